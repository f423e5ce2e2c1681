/** Short descriptions of what a path did, for details (with names) and fingerprints (without). */
import type { Credential, Observation, WireRequest } from '../gateway/observation.ts';

/** The requests that asked the model for something, in order. */
export function modelRequests(observation: Observation): WireRequest[] {
  return observation.requests.filter((request) => request.purpose === 'model');
}

/** The credentials that a path tried first: what resolution picked before any failover. */
export function firstCredentials(observation: Observation): Credential[] | null {
  return modelRequests(observation)[0]?.credentials ?? null;
}

/** The credentials of the request that was accepted last; null where none was. */
export function acceptedCredentials(observation: Observation): Credential[] | null {
  return modelRequests(observation).findLast((request) => request.status < 400)?.credentials ?? null;
}

/** `answer`, or the failure class. */
export function outcomeText({ outcome }: Observation): string {
  return outcome.kind === 'failure' ? outcome.class : outcome.kind;
}

/** Identity of a set of credentials: scheme and place (or what is wrong with the text). */
export function credentialsKey(credentials: readonly Credential[] | null): string {
  if (!credentials) return 'no request';
  if (credentials.length === 0) return 'no credential';
  return credentials
    .map(({ scheme, place, malformed }) => `${scheme} ${place ?? malformed ?? 'unknown text'}`)
    .sort()
    .join(' + ');
}

/** The same by holder alone (`x-goog-api-key header`): what a path chose, not how it was written down. */
export function credentialsHolder(credentials: readonly Credential[] | null): string {
  return credentialsPattern(credentials).replaceAll(/\b(environment|profile|entry|header)\([a-z-]+\)/g, '$1');
}

/** The same without names: fit for a fingerprint. */
export function credentialsPattern(credentials: readonly Credential[] | null): string {
  if (!credentials) return 'no request';
  if (credentials.length === 0) return 'no credential';
  return credentials
    .map(({ scheme, pattern, malformed }) => `${scheme} ${malformed ?? pattern}`)
    .sort()
    .join(' + ');
}
