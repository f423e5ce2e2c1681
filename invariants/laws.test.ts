/** Each law holds on a conforming case, and fails on the one fault that it is for. */
import { describe, expect, it } from 'vitest';
import type { Credential, Observation, PathName, WireRequest } from '../gateway/observation.ts';
import { caseSchema } from '../generators/case.ts';
import { irrelevantChange } from './irrelevant-change.ts';
import { isolation } from './isolation.ts';
import type { LawId } from './law.ts';
import { judge } from './laws.ts';

const value = caseSchema.parse({
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

const profileKey: Credential = {
  scheme: 'x-goog-api-key',
  place: 'profile google:a (api_key)',
  pattern: 'profile(api_key)',
  validity: 'live',
  provider: 'google',
  malformed: null,
};
const environmentKey: Credential = { ...profileKey, place: 'env GEMINI_API_KEY', pattern: 'environment' };

function request(...credentials: Credential[]): WireRequest {
  return {
    httpVersion: '1.1',
    method: 'POST',
    host: 'generativelanguage.googleapis.com',
    path: '/v1beta/models/gemini-2.5-flash:generateContent',
    purpose: 'model',
    credentials,
    status: 200,
  };
}

function observation(path: PathName, changes: Partial<Observation> = {}): Observation {
  return {
    path,
    lane: 'embedded',
    model: { provider: 'google', id: 'gemini-2.5-flash' },
    requests: [request(profileKey)],
    outcome: { kind: 'answer' },
    probe:
      path === 'probe' ? [{ profileId: 'google:a', source: 'profile', status: 'ok', reason: null }] : null,
    awsDefaultChain: null,
    disclosures: [],
    egress: [],
    quiet: [],
    leftovers: 0,
    milliseconds: 1,
    ...changes,
  };
}

/** The laws broken by a conforming case in which one path is changed. */
function brokenBy(path: PathName, changes: Partial<Observation>): { law: LawId; fingerprint: string }[] {
  const observations = (['chat', 'image', 'audio', 'video', 'probe'] as const).map((each) =>
    observation(each, each === path ? changes : {}),
  );
  return judge({ value, version: '2026.9.6', observations, variants: {} });
}

const failed = (text: 'rejected' | 'no-credential') => ({
  kind: 'failure' as const,
  class: text,
  message: 'failed',
});

describe('the laws', () => {
  it('hold on a case whose paths agree', () => {
    expect(brokenBy('chat', {})).toEqual([]);
  });

  it('same-credential fails when image sends another secret', () => {
    expect(brokenBy('image', { requests: [request(environmentKey)] })).toMatchObject([
      {
        law: 'same-credential',
        fingerprint: 'same-credential | google | chat: profile(api_key) | image: environment',
      },
    ]);
  });

  it('same-credential fails when image sends the same secret under another header', () => {
    const bearer = { ...profileKey, scheme: 'bearer' };
    expect(brokenBy('image', { requests: [request(bearer)] })).toMatchObject([{ law: 'same-credential' }]);
  });

  it('same-credential fails when image sends the same secret to another host', () => {
    const elsewhere = { ...request(profileKey), host: 'eu.generativelanguage.googleapis.com' };
    expect(brokenBy('image', { requests: [elsewhere] }).map(({ law }) => law)).toContain('same-credential');
  });

  it('same-failure fails when image sends nothing and fails, where chat answers', () => {
    expect(brokenBy('image', { requests: [], outcome: failed('no-credential') })).toMatchObject([
      { law: 'same-failure' },
    ]);
  });

  it('same-failure and same-credential do not both report one cause', () => {
    const changes = {
      requests: [{ ...request(environmentKey), status: 401 }],
      outcome: failed('rejected'),
    };
    expect(brokenBy('image', changes)).toMatchObject([{ law: 'same-credential' }]);
  });

  it('well-formed fails when a marker is sent as a key', () => {
    const marker = { ...profileKey, place: null, provider: null, pattern: 'a marker', malformed: 'a marker' };
    expect(brokenBy('probe', { requests: [request(profileKey), request(marker)] })).toMatchObject([
      { law: 'well-formed', fingerprint: 'well-formed | google | chat: a marker' },
    ]);
  });

  it("right-host fails when a secret goes to another provider's host", () => {
    const foreign = { ...request(profileKey), host: 'api.openai.com', purpose: 'provider' as const };
    expect(brokenBy('audio', { requests: [request(profileKey), foreign] })).toMatchObject([
      { law: 'right-host' },
    ]);
  });

  it('probe-agrees fails when the probe says ok and chat is rejected', () => {
    const observations = [
      observation('chat', {
        requests: [{ ...request(profileKey), status: 401 }],
        outcome: failed('rejected'),
      }),
      observation('probe'),
    ];
    expect(judge({ value, version: '2026.9.6', observations, variants: {} })).toMatchObject([
      { law: 'probe-agrees' },
    ]);
  });

  it('probe-agrees fails when chat answers and the probe has no target', () => {
    expect(brokenBy('probe', { requests: [], probe: [] })).toMatchObject([{ law: 'probe-agrees' }]);
  });

  it('probe-agrees fails when the probe names a profile whose own key was not accepted', () => {
    const requests = [{ ...request(profileKey), status: 401 }, request(environmentKey)];
    expect(brokenBy('probe', { requests })).toMatchObject([{ law: 'probe-agrees' }]);
  });

  it('probe-agrees fails when the probe names another source than chat uses', () => {
    const probe = [{ profileId: null, source: 'env', status: 'ok', reason: null }];
    expect(brokenBy('probe', { probe })).toMatchObject([{ law: 'probe-agrees' }]);
  });

  it('documented-precedence fails when chat sends the environment key beside a usable profile', () => {
    const observations = [observation('chat', { requests: [request(environmentKey)] })];
    expect(judge({ value, version: '2026.9.6', observations, variants: {} })).toMatchObject([
      {
        law: 'documented-precedence',
        fingerprint:
          'documented-precedence | google | chat: environment, documented: profile (profiles by type)',
      },
    ]);
  });

  it('aws-default-chain fails when chat sends another credential than the AWS SDK alone, or none', () => {
    expect(brokenBy('chat', { awsDefaultChain: [profileKey] })).toEqual([]);
    expect(brokenBy('chat', { awsDefaultChain: [environmentKey] })).toMatchObject([
      { law: 'aws-default-chain' },
    ]);
    const nothing = [observation('chat', { requests: [], awsDefaultChain: [environmentKey] })];
    expect(judge({ value, version: '2026.9.6', observations: nothing, variants: {} })).toMatchObject([
      { law: 'documented-precedence' },
      {
        law: 'aws-default-chain',
        fingerprint: 'aws-default-chain | google | chat: no credential, the AWS SDK alone: environment',
      },
    ]);
  });

  it('documented-precedence fails when a workspace .env supplies a provider key', () => {
    const variable = { name: 'GEMINI_API_KEY', layer: 'workspace', holds: 'live', shape: 'plain' } as const;
    const workspace = { ...value, provider: { ...value.provider, profiles: [], environment: [variable] } };
    const observations = [observation('chat', { requests: [request(environmentKey)] })];
    const violations = judge({ value: workspace, version: '2026.9.6', observations, variants: {} });
    expect(violations).toMatchObject([{ law: 'documented-precedence' }]);
  });

  it('explicit-choice fails when image sends another secret than its profile', () => {
    const pinned = { ...value, mediaPin: { field: 'profile', name: 'a' } as const };
    const observations = [observation('chat'), observation('image', { requests: [request(environmentKey)] })];
    expect(judge({ value: pinned, version: '2026.9.6', observations, variants: {} })).toMatchObject([
      { law: 'explicit-choice', paths: ['image'] },
    ]);
  });

  it('right-kind fails when an oauth token is sent as an API key', () => {
    const token = { ...profileKey, scheme: 'x-api-key', place: 'profile anthropic:a (oauth)' };
    expect(brokenBy('probe', { requests: [request(profileKey), request(token)] })).toMatchObject([
      { law: 'right-kind' },
    ]);
  });

  it('right-kind fails when the value of an unrelated variable is sent', () => {
    const foreign = { ...profileKey, pattern: 'entry(foreign-name)' };
    expect(brokenBy('probe', { requests: [request(profileKey), request(foreign)] })).toMatchObject([
      { law: 'right-kind' },
    ]);
  });

  it.each(['isolation', 'irrelevant-change'] as const)('%s fails when the variant ends otherwise', (law) => {
    const observations = [observation('chat')];
    const variants = { [law]: [observation('chat', { requests: [], outcome: failed('no-credential') })] };
    expect(judge({ value, version: '2026.9.6', observations, variants })).toMatchObject([{ law }]);
  });

  it('irrelevant-change asks for the same case with its secrets as plain text', () => {
    const reference = structuredClone(value);
    reference.provider.profiles[0]!.secret.source = 'exec';
    expect(irrelevantChange.variant?.(reference)).toEqual(value);
    expect(irrelevantChange.variant?.(value)).toBeNull();
  });

  it('isolation asks for the same case without its second provider', () => {
    const other = { ...value.provider, id: 'openai' as const };
    expect(isolation.variant?.({ ...value, otherProvider: other })).toEqual(value);
    expect(isolation.variant?.(value)).toBeNull();
  });

  it('no-disclosure fails when a secret is found in a log', () => {
    const disclosures = [{ where: 'stderr', place: 'env GEMINI_API_KEY', pattern: 'environment' }];
    expect(brokenBy('chat', { disclosures })).toMatchObject([{ law: 'no-disclosure' }]);
  });

  it('no-egress fails when an undeclared host is reached', () => {
    expect(brokenBy('chat', { egress: ['telemetry.example.com'] })).toMatchObject([{ law: 'no-egress' }]);
  });

  it('do not compare paths of different providers', () => {
    const other = { model: { provider: 'openai', id: 'gpt-5.4' }, requests: [request(environmentKey)] };
    expect(brokenBy('image', other)).toEqual([]);
  });

  it('do not compare a path that the build does not have', () => {
    const outcome = { kind: 'unsupported' as const, reason: 'google has no video' };
    expect(brokenBy('video', { requests: [], outcome })).toEqual([]);
  });

  it('name no secret, profile or count in a fingerprint', () => {
    for (const { fingerprint } of brokenBy('image', { requests: [request(environmentKey)] })) {
      expect(fingerprint).not.toMatch(/google:a|GEMINI|\d/);
    }
  });
});
