/**
 * Pairwise coverage of a run: auth mode × place of a secret × path × provider family.
 *
 * Every pair that the generators can make for a build is declared; one that a run did not reach is a gap, and red
 * (docs/design.md 8). Counted is what really ran, not what was asked for.
 */

import { askedModel } from '../../gateway/asked/unsupported-reason.ts';
import { traitsOf } from '../../gateway/versions/traits.ts';
import { awsSourceKindSchema } from '../../generators/axes/aws-setup.ts';
import { defaultCredentialsKindSchema } from '../../generators/axes/default-credentials.ts';
import { layerSchema } from '../../generators/axes/environment.ts';
import { entrySecretSchema, profileSecretSchema, type SecretSource } from '../../generators/axes/secret.ts';
import type { Case } from '../../generators/case.ts';
import { type ProviderSetup, profileTypesOf } from '../../generators/provider-setup.ts';
import { type Provider, providerOf } from '../../generators/providers/catalog.ts';
import { secretsHeld } from '../../generators/secrets/canaries.ts';
import { type Place, placePattern } from '../../generators/secrets/place.ts';
import type { Observation } from '../../observation/observation.ts';
import { ALL_PATHS, type PathName } from '../../observation/path-name.ts';
import { PATHS, pathOf } from '../../paths/paths.ts';
import { wasTested } from '../evaluate/was-tested.ts';
import { type PairKey, pairKey, pairsAmong, type Values } from './pair.ts';
import type { Space } from './space.ts';

/** A token that is refreshed: other code than a key's resolves it, from the same store. */
const SUBSCRIPTION = 'profile(oauth)';
const NOTHING = 'nothing';

/**
 * A turn without a credential comes to none of its parts, unless another provider's model stands in: that says
 * nothing of this one.
 */
const IMPOSSIBLE: ReadonlySet<PairKey> = new Set(
  PATHS.filter(({ turn }) => turn !== null).map(({ name }) => pairKey({ place: NOTHING, path: name })),
);

export class Coverage {
  readonly #counts = new Map<PairKey, number>();

  /** Counts a case for every path of its provider that came to a credential. */
  add(value: Case, observations: readonly Observation[]): void {
    // Steps are drawn apart, and are no way to reach a pair.
    if (value.steps) return;
    const paths = observations
      .filter((each) => wasTested(each) && each.model.provider === value.provider.id)
      .map(({ path }) => path);
    for (const pair of pairsAmong(valuesOf(value, paths))) {
      this.#counts.set(pair, (this.#counts.get(pair) ?? 0) + 1);
    }
  }

  /** The number of cases that reached each pair. */
  counts(): Record<PairKey, number> {
    return Object.fromEntries([...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** The declared pairs that no case reached. */
  gapsIn(declared: ReadonlySet<PairKey>): PairKey[] {
    return [...declared].filter((pair) => !this.#counts.has(pair));
  }
}

/** The pairs that a case reaches when the paths of a run are asked. */
export function reachablePairs(value: Case, { paths, version }: Space): Set<PairKey> {
  const supported = paths.filter((path) => {
    const { model, unsupported } = askedModel(value, pathOf(path), version, 'embedded');
    return !unsupported && model.provider === value.provider.id;
  });
  return pairsAmong(valuesOf(value, supported));
}

/** Every pair that the generators can make for the providers of a run, on the paths that the build has for them. */
export function declaredPairs(space: Space): Set<PairKey> {
  const declared = new Set<PairKey>();
  for (const provider of space.providers.map(providerOf)) {
    const pairs = pairsAmong({
      family: [provider.family],
      mode: modesOf(provider),
      place: declaredPlaces(provider, space.version),
      path: ALL_PATHS.filter((path) => space.has(provider.id, path)),
    });
    for (const pair of pairs) if (!IMPOSSIBLE.has(pair)) declared.add(pair);
  }
  return declared;
}

/** Texts that stand for no secret, and the short form of a template, which means the same. */
const NO_GOAL: readonly SecretSource[] = ['marker', 'foreign-name', 'short-template'];

/** Every place that a secret of a provider can be in, in a version. */
export function declaredPlaces(provider: Provider, version: string): string[] {
  const { credentials, environmentVariables } = provider;
  const { subscriptions, hasSecretStore } = traitsOf(version);
  const types = profileTypesOf(provider, subscriptions.includes(provider.id));
  const isKept = (source: SecretSource) =>
    !NO_GOAL.includes(source) && (source !== 'store' || hasSecretStore);
  const { id } = provider;
  const profile = { name: 'a', type: 'api_key' } as const;
  const [name] = environmentVariables;
  const keys: Place[] = entrySecretSchema.shape.source.options
    .filter(isKept)
    .map((source) => ({ holder: 'entry', provider: id, source }));
  const sources: Place[] = awsSourceKindSchema.options.map((kind) => ({ holder: 'aws', provider: id, kind }));
  const files: Place[] = defaultCredentialsKindSchema.options.map((kind) => ({
    holder: 'default credentials file',
    provider: id,
    file: { kind, at: 'well-known' },
  }));
  const variables: Place[] = layerSchema.options.flatMap((layer) =>
    // The two forms of a variable in the configuration mean the same.
    name && layer !== 'config-short'
      ? [{ holder: 'environment' as const, provider: id, variable: { name, layer } }]
      : [],
  );
  const profiles: Place[] = profileSecretSchema.shape.source.options
    .filter(isKept)
    .map((source) => ({ holder: 'profile', provider: id, profile, source }));
  return [
    NOTHING,
    ...variables.map(placePattern),
    ...(types.some((type) => type !== 'oauth') ? profiles.map(placePattern) : []),
    ...(types.includes('oauth') ? [SUBSCRIPTION] : []),
    ...{ aws: sources, 'google-cloud': files, key: keys }[credentials].map(placePattern),
  ];
}

function valuesOf(value: Case, paths: readonly PathName[]): Values {
  const { provider } = value;
  const places = placesOf(value);
  return {
    family: [providerOf(provider.id).family],
    mode: [modeOf(provider)],
    place: places.length > 0 ? places : [NOTHING],
    path: ALL_PATHS.filter((path) => paths.includes(path)),
  };
}

/** The holders beside a provider's credentials: no place that a path takes them from by itself. */
const BESIDE: readonly Place['holder'][] = [
  'gateway token',
  'request',
  'spare key',
  'plain beside',
  'program login',
  'program refresh token',
];

/** The places of the secrets of a case's provider. */
export function placesOf(value: Case): string[] {
  const own = { ...value, otherProvider: null, speechKey: null, searchKey: null, memoryEndpoint: null };
  const held = secretsHeld(own).map(({ place }) => place);
  const places = held
    .filter(({ holder }) => !BESIDE.includes(holder))
    .map((place) =>
      place.holder === 'profile' && place.profile.type === 'oauth' ? SUBSCRIPTION : placePattern(place),
    );
  return [...new Set(places)];
}

/** The auth mode of the entry; `unset` if it states none, or there is no entry. */
function modeOf({ entry }: ProviderSetup): string {
  return entry?.auth ?? 'unset';
}

/** The modes that users write often; the others are rare, and no goal with every place and path. */
function modesOf(provider: Provider): string[] {
  return { aws: ['aws-sdk'], 'google-cloud': ['unset'], key: ['unset', 'api-key'] }[provider.credentials];
}
