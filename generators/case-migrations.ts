/**
 * Older case schemas, brought to the newest one step at a time.
 *
 * Kept cases store values, so a case that was found once can be run for as long as this file knows its schema.
 */

import { USUAL_REGION } from './axes/aws-region.ts';
import { NO_AWS_SOURCES } from './axes/aws-setup.ts';
import { usualSince } from './axes/axis-list.ts';
import { CASE_AXES } from './case-axes.ts';
import { providerIdSchema, providerOf } from './providers/catalog.ts';
import { SETUP_AXES } from './setup-axes.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * Changes of a version to a setup, other than new axes, by the version. A new axis needs nothing here: older cases
 * have its usual value.
 */
const REWRITES: Readonly<Record<number, (setup: Json) => Json>> = {
  2: setupFromVersion1,
  3: withAwsSources,
  5: withRegionsAndCooldowns,
};

/** The newest version: that of the latest axis or rewrite. */
export const CASE_SCHEMA_VERSION = Math.max(
  ...[...Object.values(CASE_AXES), ...Object.values(SETUP_AXES)].map(({ since }) => since),
  ...Object.keys(REWRITES).map(Number),
);

/** A case of any known version in the form of the newest; what is no case is handed back as it is. */
export function migrateCase(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const version = Number(value.schemaVersion);
  const isOlder = Number.isInteger(version) && version >= 1 && version < CASE_SCHEMA_VERSION;
  return isOlder ? migrateCase(inVersion(version + 1, value)) : value;
}

/** A case of the version before in the form of the given one. */
function inVersion(version: number, value: Json): Json {
  const rewrite = REWRITES[version] ?? ((setup) => setup);
  return withSetups({ ...value, schemaVersion: version, ...usualSince(CASE_AXES, version) }, (setup) =>
    rewrite({ ...setup, ...usualSince(SETUP_AXES, version) }),
  );
}

/** Version 5 says where AWS regions are stated, and has cooldowns that are over. */
function withRegionsAndCooldowns(setup: Json): Json {
  return {
    ...setup,
    profiles: Array.isArray(setup.profiles) ? setup.profiles.map(withCooldown) : setup.profiles,
    aws: isRecord(setup.aws) ? { ...setup.aws, regions: USUAL_REGION } : setup.aws,
  };
}

function withCooldown(profile: unknown): unknown {
  return isRecord(profile) && typeof profile.cooldown === 'boolean'
    ? { ...profile, cooldown: profile.cooldown ? 'active' : 'none' }
    : profile;
}

/** Version 3 has the sources of AWS credentials. */
function withAwsSources(setup: Json): Json {
  const id = providerIdSchema.safeParse(setup.id);
  const isAws = id.success && providerOf(id.data).credentials === 'aws';
  return isAws ? { ...setup, aws: NO_AWS_SOURCES } : setup;
}

/** Version 2 has the environment as a list with layers, and the shape of a key, expiry, base URL and more. */
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
  return { ...setup, environment, profiles, entry };
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
