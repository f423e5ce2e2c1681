/**
 * Pairwise coverage of a run: auth mode × place of a secret × path × provider family.
 *
 * Every pair that the generators can make for a build is declared; one that a run did not reach is a gap, and red
 * (docs/design.md 8). Counted is what really ran, not what was asked for.
 */

import { askedModel, unsupportedReason } from '../../gateway/asked/unsupported-reason.ts';
import { traitsOf } from '../../gateway/versions/traits.ts';
import { awsSourceKindSchema } from '../../generators/axes/aws-setup.ts';
import { layerSchema } from '../../generators/axes/environment.ts';
import { entrySecretSchema, profileSecretSchema } from '../../generators/axes/secret.ts';
import type { Case } from '../../generators/case.ts';
import { type ProviderSetup, profileTypesOf } from '../../generators/provider-setup.ts';
import { type Provider, type ProviderId, providerOf } from '../../generators/providers/catalog.ts';
import { canariesOf } from '../../generators/secrets/canaries.ts';
import { placePattern } from '../../generators/secrets/place.ts';
import type { Observation } from '../../observation/observation.ts';
import { ALL_PATHS, type PathName } from '../../observation/path-name.ts';
import { PATHS, pathOf } from '../../paths/paths.ts';
import { wasTested } from '../evaluate/was-tested.ts';

/** A token that is refreshed: other code than a key's resolves it, from the same store. */
const SUBSCRIPTION = 'profile(oauth)';

/** The four dimensions of a cell, by name. */
export type Dimension = 'family' | 'mode' | 'place' | 'path';

/** A pair of values of two dimensions: `family google × path audio`. */
export type Pair = string;

/**
 * A turn without a credential comes to none of its parts, unless another provider's model stands in: that says
 * nothing of this one.
 */
const IMPOSSIBLE: readonly Pair[] = PATHS.filter(({ turn }) => turn !== null).map(
  ({ name }) => `place nothing × path ${name}`,
);

interface Point {
  readonly family: string;
  readonly modes: readonly string[];
  readonly places: readonly string[];
  readonly paths: readonly PathName[];
}

export class Coverage {
  readonly #counts = new Map<Pair, number>();

  /** Counts a case for every path of its provider that came to a credential. */
  add(value: Case, observations: readonly Observation[]): void {
    const paths = observations
      .filter((each) => wasTested(each) && each.model.provider === value.provider.id)
      .map(({ path }) => path);
    for (const pair of pairsOf(pointOf(value, paths))) {
      this.#counts.set(pair, (this.#counts.get(pair) ?? 0) + 1);
    }
  }

  /** How many cases reached each pair. */
  counts(): Record<Pair, number> {
    return Object.fromEntries([...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

/** The pairs that a case reaches when the given paths run. */
export function reachablePairs(value: Case, paths: readonly PathName[], version: string): Set<Pair> {
  const supported = paths.filter((path) => {
    const { model, unsupported } = askedModel(value, pathOf(path), version, 'embedded');
    return !unsupported && model.provider === value.provider.id;
  });
  return pairsOf(pointOf(value, supported));
}

/** Every pair that the generators can make for the given providers, on the paths that a build has for them. */
export function declaredPairs(
  providers: readonly ProviderId[],
  paths: readonly PathName[],
  version: string,
): Set<Pair> {
  const declared = new Set<Pair>();
  for (const provider of providers.map(providerOf)) {
    const supported = paths.filter(
      (path) => !unsupportedReason(provider.id, pathOf(path), version, 'embedded'),
    );
    const point = {
      family: provider.family,
      modes: modesOf(provider),
      places: declaredPlaces(provider, version),
      paths: supported,
    };
    const isOpen = (pair: Pair) => !IMPOSSIBLE.includes(pair);
    for (const pair of pairsOf(point)) if (isOpen(pair)) declared.add(pair);
  }
  return declared;
}

/** Every place that a secret of a provider can be in, in a version. */
export function declaredPlaces(provider: Provider, version: string): string[] {
  const { credentials, environmentVariables } = provider;
  const { subscriptions, hasSecretStore } = traitsOf(version);
  const types = profileTypesOf(provider, subscriptions.includes(provider.id));
  const aws = credentials === 'aws';
  const sources = (holder: string, names: readonly string[]) =>
    names
      .filter((name) => name !== 'marker' && (name !== 'store' || hasSecretStore))
      .map((name) => (name === 'inline' ? holder : `${holder}(${name})`));
  return [
    'nothing',
    ...(environmentVariables.length > 0
      ? layerSchema.options.map((layer) => (layer === 'process' ? 'environment' : `environment(${layer})`))
      : []),
    ...(types.some((type) => type !== 'oauth')
      ? sources('profile', profileSecretSchema.shape.source.options)
      : []),
    ...(types.includes('oauth') ? [SUBSCRIPTION] : []),
    ...(aws ? awsSourceKindSchema.options.map((kind) => `aws-${kind}`) : []),
    ...(aws ? [] : sources('entry', entrySecretSchema.shape.source.options)),
  ];
}

function pointOf(value: Case, paths: readonly PathName[]): Point {
  const { provider } = value;
  const places = canariesOf({ ...value, otherProvider: null, speechKey: null }, '').map(({ place }) =>
    place.holder === 'profile' && place.profile?.type === 'oauth' ? SUBSCRIPTION : placePattern(place),
  );
  return {
    family: providerOf(provider.id).family,
    modes: [modeOf(provider)],
    places: places.length > 0 ? [...new Set(places)] : ['nothing'],
    paths,
  };
}

/** The auth mode of the entry; `unset` if it states none, or there is no entry. */
function modeOf({ entry }: ProviderSetup): string {
  return entry?.auth ?? 'unset';
}

function modesOf(provider: Provider): string[] {
  return provider.credentials === 'aws' ? ['aws-sdk'] : ['unset', 'api-key', 'token'];
}

function pairsOf({ family, modes, places, paths }: Point): Set<Pair> {
  const values: Record<Dimension, readonly string[]> = {
    family: [family],
    mode: modes,
    place: places,
    path: ALL_PATHS.filter((path) => paths.includes(path)),
  };
  const dimensions = Object.entries(values);
  const pairs = new Set<Pair>();
  for (const [index, [left, leftValues]] of dimensions.entries()) {
    for (const [right, rightValues] of dimensions.slice(index + 1)) {
      for (const a of leftValues) for (const b of rightValues) pairs.add(`${left} ${a} × ${right} ${b}`);
    }
  }
  return pairs;
}
