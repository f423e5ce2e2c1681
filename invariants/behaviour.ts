/** Short descriptions of what a path did, for details (with names) and fingerprints (without). */
import { areSameCredentials, type Credential, isMalformed } from '../observation/credential.ts';
import { describeHolder, describeOrigin } from '../observation/credential-text.ts';
import type { Observation } from '../observation/observation.ts';
import type { WireRequest } from '../observation/request.ts';

/** The requests that asked the model for something, in order. */
export function modelRequests(observation: Pick<Observation, 'requests'>): WireRequest[] {
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

/**
 * Whether the first question that a path asked was answered, so that it had nothing to try again or to fall back on. An answer without
 * a word, or one that breaks off, has the status of an answer, too.
 */
export function isAnsweredAtOnce(observation: Observation): boolean {
  const status = modelRequests(observation)[0]?.status ?? 0;
  const fellBack = observation.requests.some(({ purpose }) => purpose === 'fallback');
  return observation.outcome.kind === 'answer' && status > 0 && status < 400 && !fellBack;
}

/**
 * Whether a path tried another credential after its first one was refused, as agent runs do and others do not promise
 * to (openclaw@2026.9.6:docs/concepts/model-failover.md).
 */
export function rotates(observation: Observation): boolean {
  const [first, ...others] = modelRequests(observation);
  return (
    first !== undefined &&
    first.status >= 400 &&
    others.some(({ credentials }) => !areSameCredentials(credentials, first.credentials))
  );
}

/** Whether a path sends first what is no credential at all: that is the business of well-formed. */
export function sendsMalformed(observation: Observation): boolean {
  return firstCredentials(observation)?.some(isMalformed) ?? false;
}

/** `answer`, or the failure class. */
export function outcomeText({ outcome }: Observation): string {
  return outcome.kind === 'failure' ? outcome.class : outcome.kind;
}

/** A set of credentials for people: the scheme and the origin of each. */
export function credentialsText(credentials: readonly Credential[] | null): string {
  if (!credentials) return 'no request';
  if (credentials.length === 0) return 'no credential';
  return credentials
    .map((credential) => `${credential.scheme} ${describeOrigin(credential)}`)
    .sort()
    .join(' + ');
}

/** The holders alone (`header`): what a path chose, not how it was written down or is sent. */
export function credentialsHolder(credentials: readonly Credential[] | null): string {
  if (!credentials) return 'no request';
  if (credentials.length === 0) return 'no credential';
  return joined(credentials.map(describeHolder));
}

/**
 * The difference between what two paths sent, without names: `header` and `nothing else` where one adds a header to
 * what both send, `header` and `no credential` where one sends a header and the other a bare request. The scheme is
 * told only where it is the difference.
 *
 * @example ['header', 'nothing else']; ['profile', 'another profile']; ['bearer entry', 'x-goog-api-key entry']
 */
export function differingHolders(
  left: readonly Credential[] | null,
  right: readonly Credential[] | null,
): readonly [string, string] {
  if (!left || !right) return [credentialsHolder(left), credentialsHolder(right)];
  const without = (some: readonly Credential[], others: readonly Credential[]) =>
    some.filter((each) => !others.some((other) => schemeAndHolder(other) === schemeAndHolder(each)));
  const [onlyLeft, onlyRight] = [without(left, right), without(right, left)];
  if (onlyLeft.length + onlyRight.length === 0) {
    const holders = credentialsHolder(left);
    return [holders, `another ${holders}`];
  }
  const holders = [onlyLeft, onlyRight].map((some) => joined(some.map(describeHolder)));
  const isScheme = holders[0] === holders[1];
  const show = (only: readonly Credential[], all: readonly Credential[]) =>
    all.length === 0
      ? credentialsHolder(all)
      : joined(only.map(isScheme ? schemeAndHolder : describeHolder)) || 'nothing else';
  return [show(onlyLeft, left), show(onlyRight, right)];
}

function schemeAndHolder(credential: Credential): string {
  return `${credential.scheme} ${describeHolder(credential)}`;
}

function joined(texts: readonly string[]): string {
  return [...new Set(texts)].sort().join(' + ');
}
