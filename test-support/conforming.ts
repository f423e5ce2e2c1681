/** A conforming case and its observations, for tests that put one fault in them. */

import { observeCredential } from '../gateway/observe/credential.ts';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { type Case, caseSchema } from '../generators/case.ts';
import { canariesOf } from '../generators/secrets/canaries.ts';
import type { Place } from '../generators/secrets/place.ts';
import type { Judged } from '../invariants/law.ts';
import { judge } from '../invariants/laws.ts';
import type { Violation } from '../invariants/violation.ts';
import type { Credential } from '../observation/credential.ts';
import type { Observation } from '../observation/observation.ts';
import type { FailureClass } from '../observation/outcome.ts';
import { ALL_PATHS, type PathName } from '../observation/path-name.ts';
import type { WireRequest } from '../observation/request.ts';

export const value = caseSchema.parse({
  schemaVersion: 1,
  provider: {
    id: 'google',
    environment: 'live',
    profiles: [{ name: 'a', type: 'api_key', secret: { source: 'inline', holds: 'live' } }],
    order: null,
    entry: null,
  },
  media: 'same',
  otherProvider: null,
});

/**
 * The credential seen when the secret of a case at a place is sent.
 *
 * @param at tells the place from the others of the case
 */
export function sentFrom(
  from: Case,
  at: (place: Place) => boolean,
  scheme = 'x-goog-api-key',
): Extract<Credential, { kind: 'secret' }> {
  const canaries = canariesOf(from, '');
  const held = canaries.find(({ place }) => at(place))!;
  const credential = observeCredential({ scheme, text: held.text }, canaries, new Set());
  if (credential.kind !== 'secret') throw new Error('a secret of the case is seen as none of it');
  return credential;
}

/** The credential seen when text is sent that is no secret of the case. */
export function sentText(text: string, scheme = 'x-goog-api-key'): Credential {
  return observeCredential({ scheme, text }, canariesOf(value, ''), new Set());
}

export const profileKey = sentFrom(value, ({ holder }) => holder === 'profile');
export const environmentKey = sentFrom(value, ({ holder }) => holder === 'environment');

export function request(...credentials: Credential[]): WireRequest {
  return {
    httpVersion: '1.1',
    method: 'POST',
    host: 'generativelanguage.googleapis.com',
    path: '/v1beta/models/gemini-2.5-flash:generateContent',
    purpose: 'model',
    credentials,
    ownHeaders: [],
    region: null,
    awsFeatures: null,
    status: 200,
  };
}

export function observation(path: PathName, changes: Partial<Observation> = {}): Observation {
  return {
    path,
    lane: 'embedded',
    model: { provider: 'google', id: 'gemini-2.5-flash' },
    // Web search takes no profile.
    requests: [request(['web-search', 'search-tool'].includes(path) ? environmentKey : profileKey)],
    outcome: { kind: 'answer' },
    ...(path === 'probe' && {
      probe: [{ profileId: 'google:a', source: 'profile', status: 'ok', reason: null }],
      status: 'present',
      check: changes.status === 'missing' ? 'bad' : 'good',
    }),
    disclosures: [],
    egress: [],
    quiet: [],
    milliseconds: 1,
    ...changes,
  };
}

/** The conforming case with the given observations, and whatever is changed of it. */
export function judged(observations: readonly Observation[], changes: Partial<Judged> = {}): Judged {
  return { value, version: DEFAULT_TARGET, observations, variants: {}, ...changes };
}

/** The violations of a conforming case in which one path is changed. */
export function brokenBy(path: PathName, changes: Partial<Observation>): Violation[] {
  return judge(judged(ALL_PATHS.map((each) => observation(each, each === path ? changes : {}))));
}

export const failed = (text: FailureClass) => ({
  kind: 'failure' as const,
  class: text,
  message: 'failed',
});
