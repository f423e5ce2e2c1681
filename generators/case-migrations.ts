/**
 * Older case schemas, brought to the newest one step at a time.
 *
 * Kept cases store values, so a case that was found once can be run for as long as this file knows its schema.
 */
import { USUAL_REGION } from './axes/aws-region.ts';
import { providerIdSchema, providerOf } from './providers/catalog.ts';

type Json = Readonly<Record<string, unknown>>;

/** By the version they come from; each gives a case of the next version. */
const MIGRATIONS: Readonly<Record<number, (value: Json) => Json>> = {
  1: fromVersion1,
  2: fromVersion2,
  3: fromVersion3,
  4: fromVersion4,
  5: fromVersion5,
  6: fromVersion6,
};

/** A case of any known version in the form of the newest; what is no case is handed back as it is. */
export function migrateCase(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const migrate = MIGRATIONS[Number(value.schemaVersion)];
  return migrate ? migrateCase(migrate(value)) : value;
}

/** Version 7 says which model is asked where the first fails. */
function fromVersion6(value: Json): Json {
  return { ...value, schemaVersion: 7, fallback: null };
}

/** Version 6 has a key for speech alone, and what lies about: configurations, programs, plugins. */
function fromVersion5(value: Json): Json {
  return {
    ...value,
    schemaVersion: 6,
    speechKey: null,
    foreignConfig: false,
    brokenProgram: null,
    otherPlugin: null,
  };
}

/** Version 5 says where AWS regions are stated, which requests an odd answer is for, which variable names an address, and cooldowns that are over. */
function fromVersion4(value: Json): Json {
  return withSetups({ ...value, schemaVersion: 5 }, (setup) => ({
    ...setup,
    answeredRequests: 'every',
    addressVariable: null,
    profiles: Array.isArray(setup.profiles) ? setup.profiles.map(withCooldown) : setup.profiles,
    aws: isRecord(setup.aws) ? { ...setup.aws, regions: USUAL_REGION } : setup.aws,
  }));
}

function withCooldown(profile: unknown): unknown {
  return isRecord(profile) && typeof profile.cooldown === 'boolean'
    ? { ...profile, cooldown: profile.cooldown ? 'active' : 'none' }
    : profile;
}

/** Version 4 says which agent takes the chat turn. */
function fromVersion3(value: Json): Json {
  return { ...value, schemaVersion: 4, agent: 'main' };
}

const NO_SOURCES = { sources: [], namedProfile: false, environmentToken: false };

/** Version 3 has the sources of AWS credentials. */
function fromVersion2(value: Json): Json {
  return withSetups({ ...value, schemaVersion: 3 }, (setup) => ({
    ...setup,
    aws: setup.id === 'amazon-bedrock' ? NO_SOURCES : null,
  }));
}

/** Version 2 has the environment as a list with layers, and the shape of a key, expiry, base URL and more. */
function fromVersion1(value: Json): Json {
  return withSetups(
    { ...value, schemaVersion: 2, mediaSelection: 'entries', mediaPin: null },
    setupFromVersion1,
  );
}

function setupFromVersion1(setup: Json): Json {
  const id = providerIdSchema.safeParse(setup.id);
  const name = id.success ? providerOf(id.data).environmentVariables[0] : undefined;
  const environment =
    setup.environment && name ? [{ name, layer: 'process', holds: setup.environment, shape: 'plain' }] : [];
  const profiles = Array.isArray(setup.profiles)
    ? setup.profiles.map((profile: unknown) =>
        isRecord(profile)
          ? { ...profile, secret: secret(profile.secret), expires: 'never', refresh: 'none', cooldown: false }
          : profile,
      )
    : setup.profiles;
  const entry = isRecord(setup.entry)
    ? {
        ...setup.entry,
        apiKey: secret(setup.entry.apiKey),
        header: null,
        authHeader: false,
        baseUrl: 'default',
      }
    : setup.entry;
  return { ...setup, environment, profiles, entry, olderModelsFile: false, answer: 'by-key' };
}

function secret(value: unknown): unknown {
  return isRecord(value) ? { ...value, shape: 'plain' } : value;
}

/** A change of both providers' setups; what is no setup stays as it is, for the schema to refuse. */
function withSetups(value: Json, change: (setup: Json) => Json): Json {
  const changed = (setup: unknown) => (isRecord(setup) ? change(setup) : setup);
  return { ...value, provider: changed(value.provider), otherProvider: changed(value.otherProvider) };
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
