/** A conforming case and its observations, for tests that put one fault in them. */

import { caseSchema } from '../generators/case.ts';
import type { LawId } from '../invariants/law.ts';
import { judge } from '../invariants/laws.ts';
import type { Credential } from '../observation/credential.ts';
import type { Observation } from '../observation/observation.ts';
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

export const profileKey: Credential = {
  scheme: 'x-goog-api-key',
  place: 'profile google:a (api_key)',
  pattern: 'profile(api_key)',
  validity: 'live',
  provider: 'google',
  malformed: null,
};
export const environmentKey: Credential = {
  ...profileKey,
  place: 'env GEMINI_API_KEY',
  pattern: 'environment',
};

export function request(...credentials: Credential[]): WireRequest {
  return {
    httpVersion: '1.1',
    method: 'POST',
    host: 'generativelanguage.googleapis.com',
    path: '/v1beta/models/gemini-2.5-flash:generateContent',
    purpose: 'model',
    credentials,
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
    requests: [request(profileKey)],
    outcome: { kind: 'answer' },
    probe:
      path === 'probe' ? [{ profileId: 'google:a', source: 'profile', status: 'ok', reason: null }] : null,
    status: path === 'probe' ? 'present' : null,
    awsDefaultChain: null,
    disclosures: [],
    egress: [],
    quiet: [],
    milliseconds: 1,
    ...changes,
  };
}

/** The laws broken by a conforming case in which one path is changed. */
export function brokenBy(
  path: PathName,
  changes: Partial<Observation>,
): { law: LawId; fingerprint: string }[] {
  const observations = ALL_PATHS.map((each) => observation(each, each === path ? changes : {}));
  return judge({ value, version: '2026.9.6', observations, variants: {} });
}

export const failed = (text: 'rejected' | 'no-credential') => ({
  kind: 'failure' as const,
  class: text,
  message: 'failed',
});
