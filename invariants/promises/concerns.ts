/** The cases that a promise is about, if its law judges more cases than these: by provider, and by the features of a case. */
import { type ProviderId, providerOf } from '../../generators/providers/catalog.ts';
import { setupsOf } from '../../generators/secrets/canaries.ts';
import { type AnyCase, isHomeCase } from '../../home-case/any-case.ts';
import type { PathName } from '../../observation/path-name.ts';
import { ANY_FAMILY } from '../fingerprint.ts';
import { hasFeature } from './case-features.ts';
import type { DocumentedPromise } from './documented-promise.ts';
import { NEEDS } from './needs.ts';
import type { PromiseId } from './promises.ts';
import { PROVIDERS_OF_PROMISES } from './providers-of-promises.ts';

/** Whether a case has what a promise is about. */
export function concerns({ id }: Pick<DocumentedPromise<PromiseId>, 'id'>, value: AnyCase): boolean {
  // Of a home as it is nothing is known that a promise could need.
  if (isHomeCase(value)) return NEEDS[id] === undefined && PROVIDERS_OF_PROMISES[id] === undefined;
  const providers: readonly ProviderId[] | undefined = PROVIDERS_OF_PROMISES[id];
  const isOfProvider = !providers || setupsOf(value).some((setup) => providers.includes(setup.id));
  return isOfProvider && (NEEDS[id] ?? []).every((feature) => hasFeature(value, feature));
}

/** Whether a promise is about some cases alone, or about some paths. */
export function isParticular(promise: Pick<DocumentedPromise<PromiseId>, 'id' | 'paths'>): boolean {
  const { id, paths } = promise;
  return paths !== 'all' || isParticularCase(promise) || PROVIDERS_OF_PROMISES[id] !== undefined;
}

/** Whether a case must have something for a promise to be about it. */
export function isParticularCase({ id }: Pick<DocumentedPromise<PromiseId>, 'id'>): boolean {
  return NEEDS[id] !== undefined;
}

/** Whether a promise is about one of the providers. */
export function isAboutAny(
  { id }: Pick<DocumentedPromise<PromiseId>, 'id'>,
  some: readonly ProviderId[],
): boolean {
  return PROVIDERS_OF_PROMISES[id]?.some((provider) => some.includes(provider)) ?? true;
}

/** Whether a promise is about a provider of the family that a violation names. */
export function isAboutFamily({ id }: Pick<DocumentedPromise<PromiseId>, 'id'>, family: string): boolean {
  const providers: readonly ProviderId[] | undefined = PROVIDERS_OF_PROMISES[id];
  if (!providers || family === ANY_FAMILY) return true;
  return providers.some((provider) => providerOf(provider).family === family);
}

/** Whether a promise binds one of the paths. */
export function bindsAny({ paths }: Pick<DocumentedPromise, 'paths'>, some: readonly PathName[]): boolean {
  return paths === 'all' ? some.length > 0 : paths.some((path) => some.includes(path));
}
