/**
 * Canaries: the secret texts of a case, one for each place that holds a secret.
 *
 * The text is made from the run's salt and the place, so that any value seen on the wire or in a file traces
 * back to the place that held it, and a credential of an earlier run is told apart from one of this run.
 */
import { hash } from 'node:crypto';
import type { AuthProfile } from '../axes/auth-profile.ts';
import type { AwsSource } from '../axes/aws-setup.ts';
import type { EnvironmentVariable } from '../axes/environment.ts';
import { holdsKey, keyText, writtenKey } from '../axes/key-shape.ts';
import { memoryEndpointOf } from '../axes/memory-endpoint.ts';
import type { RefusedFor } from '../axes/provider-answer.ts';
import { searchKeyOf } from '../axes/search-key.ts';
import type { Validity } from '../axes/secret.ts';
import { type SpareKey, spareWord } from '../axes/spare-keys.ts';
import { speechKeyOf } from '../axes/speech-key.ts';
import type { Case } from '../case.ts';
import type { ProviderSetup } from '../provider-setup.ts';
import { type ProviderId, providerOf } from '../providers/catalog.ts';
import type { Held } from './held.ts';
import { type CasePlace, describePlace, type Place, referenceOf, sourceOf } from './place.ts';
import { programSecrets } from './program-secrets.ts';
import { exchangedText, secretText } from './secret-text.ts';

export interface Canary {
  readonly place: Place;
  readonly validity: Validity;
  /** The secret text as it should go on the wire; for AWS, the access key id. */
  readonly text: string;
  /** The text that the provider gives in exchange, to be sent in its place; null if it gives none. */
  readonly exchanged: string | null;
  /** The text as it is written down in its place: with what was pasted around it. */
  readonly written: string;
  /** AWS only: the secret access key, which signs and never travels. */
  readonly signingText: string | null;
  /** AWS only: the session token that travels with a temporary key; null for a lasting one. */
  readonly sessionToken: string | null;
  /** The name in a SecretRef or template: variable, JSON pointer or exec id; null for inline text. */
  readonly reference: string | null;
  /** The number of keys of its place that were replaced before; absent: it is the first. */
  readonly generation?: number;
  /** Whether another key has taken its place. */
  readonly isReplaced?: boolean;
  /** The reason that the provider gives for refusing it; absent: it is a wrong one. */
  readonly refusedFor?: RefusedFor;
}

/** A canary of a case that the generators can draw. */
export interface CaseCanary extends Canary {
  readonly place: CasePlace;
}

/** Every canary of a case. `salt` makes those of one run differ from those of every other. */
export function canariesOf(value: Case, salt: string): CaseCanary[] {
  const setups = setupsOf(value);
  return secretsHeld(value).map((held) => canary(held, salt, isTemporary(held.place, setups)));
}

/** The provider setups of a case: one, or two. */
export function setupsOf(value: Case): ProviderSetup[] {
  return [value.provider, ...(value.otherProvider ? [value.otherProvider] : [])];
}

/** Every secret of a case, in the order of its canaries. */
export function secretsHeld(value: Case): Held[] {
  const held = [...setupsOf(value).flatMap(placesOf), ...ofPaths(value)];
  return held.map((each) => ({ ...each, validity: validityOf(each) }));
}

function placesOf(setup: ProviderSetup): Held[] {
  const provider = setup.id;
  const { entry, entryRequest } = setup;
  const fields = [
    ['entry', entry?.apiKey],
    ['header', entry?.header],
    ['request', entry && entryRequest?.secret],
  ] as const;
  return [
    ...setup.environment.map((variable) => inVariable(provider, variable)),
    ...sparesOf(setup).map(spareKeyOf(provider)),
    ...setup.profiles.flatMap((profile) => inProfile(provider, profile)),
    ...(setup.plainBeside ? setup.profiles.flatMap(besideReference(provider)) : []),
    ...(setup.profileStore === 'older-beside' ? setup.profiles.map(olderOf(provider)) : []),
    ...fields.flatMap(([holder, secret]): Held[] =>
      secret && secret.source !== 'marker' && secret.holds !== 'nothing'
        ? [
            {
              place: { holder, provider, source: secret.source },
              validity: secret.holds,
              shape: secret.shape,
            },
          ]
        : [],
    ),
    ...(hasGatewayToken(setup)
      ? [{ place: { holder: 'gateway token', provider }, validity: 'live', shape: 'plain' } as const]
      : []),
    ...(setup.aws?.sources ?? []).flatMap((source) => fromAws(provider, source)),
    ...setup.defaultCredentials.map(
      ({ holds, ...file }): Held => ({
        place: { holder: 'default credentials file', provider, file },
        validity: holds,
        shape: 'plain',
      }),
    ),
    ...(setup.olderModelsFile ? [staleText({ holder: 'models.json', provider })] : []),
  ];
}

/** A setup without an entry has no headers. */
function hasGatewayToken({ entry, entryHeaders }: ProviderSetup): boolean {
  return entry !== null && entryHeaders.includes('gateway-token');
}

function staleText(place: CasePlace): Held {
  return { place, validity: 'stale', shape: 'plain' };
}

/** Each profile has another key in the file that an update left beside the store. */
function olderOf(provider: ProviderId): (profile: AuthProfile) => Held {
  return ({ name, type }) => staleText({ holder: 'older profile', provider, profile: { name, type } });
}

/** The keys that one path has for itself, and the login of a program beside all. */
function ofPaths(value: Case): Held[] {
  const memory = memoryEndpointOf(value);
  const keys = [
    ['speech', speechKeyOf(value)],
    ['search', searchKeyOf(value)],
    ['memory', memory && { provider: memory.provider, secret: memory.apiKey }],
  ] as const;
  const ofKeys = keys.flatMap(([holder, key]): Held[] => {
    if (!key || key.secret.holds === 'nothing') return [];
    const { holds, source, shape } = key.secret;
    return [{ place: { holder, provider: key.provider, source }, validity: holds, shape }];
  });
  return [...ofKeys, ...programSecrets(value)];
}

/** A provider without such variables has none. */
function sparesOf({ id, spareKeys }: ProviderSetup): readonly SpareKey[] {
  return spareWord(providerOf(id).environmentVariables) === null ? [] : spareKeys;
}

/** Keys of one form are counted from 1, in the order of the case. */
function spareKeyOf(provider: ProviderId) {
  return ({ form, holds }: SpareKey, index: number, all: readonly SpareKey[]): Held => {
    const count = all.slice(0, index + 1).filter((each) => each.form === form).length;
    return { place: { holder: 'spare key', provider, form, count }, validity: holds, shape: 'plain' };
  };
}

/** A profile of a subscription has no reference. */
function besideReference(provider: ProviderId) {
  return ({ name, type, secret }: AuthProfile): Held[] =>
    secret.source === 'inline'
      ? []
      : [staleText({ holder: 'plain beside', provider, profile: { name, type } })];
}

function inVariable(provider: ProviderId, { name, layer, holds, shape }: EnvironmentVariable): Held {
  return {
    place: { holder: 'environment', provider, variable: { name, layer } },
    validity: holds,
    shape,
  };
}

/** A role has lasting keys that may only assume it, and temporary ones that it gives. */
function fromAws(provider: ProviderId, { kind, holds }: AwsSource): Held[] {
  const given: Held = {
    place: { holder: 'aws', provider, kind },
    validity: holds === 'live' ? 'live' : 'stale',
    shape: 'plain',
  };
  return kind === 'role' ? [staleText({ holder: 'aws role base', provider, kind }), given] : [given];
}

/** An oauth profile holds two secrets, and a third that its refresh brings. */
function inProfile(provider: ProviderId, profile: AuthProfile): Held[] {
  const { name, type, secret } = profile;
  const own = { provider, profile: { name, type } };
  const held: Held[] =
    secret.holds === 'nothing'
      ? []
      : [
          {
            place: { holder: 'profile', ...own, source: secret.source },
            validity: secret.holds,
            shape: secret.shape,
          },
        ];
  if (type !== 'oauth') return held;
  // Nobody accepts an access token after its time.
  const access = held.map((each) => ({
    ...each,
    validity: profile.expires === 'past' ? ('stale' as const) : each.validity,
  }));
  if (profile.refresh === 'none') return access;
  const refresh = staleText({ holder: 'refresh token', ...own });
  const refreshed: Held = {
    place: { holder: 'refreshed token', ...own },
    validity: 'live',
    shape: 'plain',
  };
  return [...access, refresh, ...(profile.refresh === 'works' ? [refreshed] : [])];
}

/** A variable set for something else holds no key of this provider, and a shape without a key in it holds none at all. */
function validityOf({ place, validity, shape }: Held): Validity {
  return sourceOf(place) === 'foreign-name' || !holdsKey(shape) ? 'stale' : validity;
}

function canary({ place, validity, shape }: Held, salt: string, isTemporary: boolean): CaseCanary {
  const digest = hash('sha256', `${salt}\n${describePlace(place)}`);
  const { credentials, tokens } = providerOf(place.provider);
  const isToken = place.holder === 'environment' && tokens?.variables.includes(place.variable.name);
  const aws = credentials === 'aws' && !isToken;
  const id = `${isTemporary ? 'ASIA' : 'AKIA'}${digest.slice(0, 16).toUpperCase()}`;
  const text = aws ? id : keyText(secretText(place, digest.slice(0, 36)), shape);
  return {
    place,
    validity,
    text,
    exchanged: exchangedText(place, text),
    written: writtenKey(text, shape),
    signingText: aws ? digest.slice(16, 56) : null,
    sessionToken: aws && isTemporary ? `token-${digest.slice(24, 64)}` : null,
    reference: referenceOf(place),
  };
}

/** AWS gives session tokens with all but lasting keys: those of a user, in the environment or the shared files. */
function isTemporary(place: CasePlace, setups: readonly ProviderSetup[]): boolean {
  if (place.holder !== 'environment') return place.holder === 'aws' && place.kind !== 'profile';
  return setups.find(({ id }) => id === place.provider)?.aws?.environmentToken ?? false;
}

/** Every secret text of a canary: none of them may be found anywhere else. */
export function secretsOf({ text, exchanged, signingText, sessionToken }: Canary): string[] {
  return [text, exchanged, signingText, sessionToken].filter((secret) => secret !== null);
}
