/** Each law holds on a conforming case, and fails on the one fault that it is for. */

import { describe, expect, it } from 'vitest';
import {
  brokenBy,
  environmentKey,
  failed,
  observation,
  profileKey,
  request,
  value,
} from '../../test-support/conforming.ts';
import { ALL_LAWS, judge } from '../laws.ts';

const lawsOf = (law: string) => ALL_LAWS.filter(({ id }) => id === law);

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

  it('status-agrees fails when models status calls missing what chat is answered with', () => {
    expect(brokenBy('probe', { status: 'missing' })).toMatchObject([
      {
        law: 'status-agrees',
        fingerprint: 'status-agrees | google | chat: answer, profile(api_key) | probe: status missing',
      },
    ]);
  });

  it('status-agrees fails when models status calls present what chat does not find', () => {
    const nothing = { requests: [], outcome: failed('no-credential') };
    const laws = brokenBy('chat', nothing).map(({ law }) => law);
    expect(laws).toContain('status-agrees');
    expect(brokenBy('probe', { status: 'unclear' })).toEqual([]);
  });

  it('same-credential fails when image sends the same secret under another header', () => {
    const bearer = { ...profileKey, scheme: 'bearer' };
    expect(brokenBy('image', { requests: [request(bearer)] })).toMatchObject([{ law: 'same-credential' }]);
  });

  it('same-credential fails when image sends the same secret to another host', () => {
    const elsewhere = { ...request(profileKey), host: 'eu.generativelanguage.googleapis.com' };
    expect(brokenBy('image', { requests: [elsewhere] }).map(({ law }) => law)).toContain('same-credential');
  });

  it('same-credential fails when image signs the same key for another region', () => {
    const signed = (region: string) => ({ ...request({ ...profileKey, scheme: 'sigv4' }), region });
    const observations = [
      observation('chat', { requests: [signed('us-east-1')] }),
      observation('image', { requests: [signed('eu-west-1')] }),
    ];
    expect(judge({ value, version: '2026.9.6', observations, variants: {} })).toMatchObject([
      { fingerprint: 'same-credential | google | chat: region | image: another region' },
    ]);
  });

  it('same-credential takes the same key in another header where a medium has an API of its own', () => {
    const at = (scheme: string, place = profileKey.place) =>
      request({ ...profileKey, scheme, place, provider: 'minimax' });
    const model = { provider: 'minimax', id: 'model' };
    const brokenWith = (image: ReturnType<typeof at>) =>
      judge({
        value: { ...value, provider: { ...value.provider, id: 'minimax' } },
        version: '2026.9.6',
        observations: [
          observation('chat', { model, requests: [at('x-api-key')] }),
          observation('image', { model, requests: [image] }),
        ],
        variants: {},
      }).filter(({ law }) => law === 'same-credential');
    expect(brokenWith(at('bearer'))).toEqual([]);
    expect(brokenWith(at('bearer', environmentKey.place))).toHaveLength(1);
  });

  it('same-failure leaves a path its own way of trying again, and its own end only then', () => {
    const brokenWhen = (answeredRequests: 'first' | 'every') =>
      judge({
        value: { ...value, provider: { ...value.provider, answer: 'server-error', answeredRequests } },
        version: '2026.9.6',
        observations: [observation('chat'), observation('image', { outcome: failed('rejected') })],
        variants: {},
      });
    expect(brokenWhen('first')).toEqual([]);
    expect(brokenWhen('every')).toMatchObject([{ law: 'same-failure' }]);
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

  it('right-host fails when the address that a workspace .env names gets the secret', () => {
    const moved = { ...request(profileKey), host: 'google.named-by-variable.com' };
    const brokenWhen = (layer: 'process' | 'workspace') =>
      judge({
        value: { ...value, provider: { ...value.provider, addressVariable: { layer } } },
        version: '2026.9.6',
        observations: [observation('chat', { requests: [moved] })],
        variants: {},
      });
    expect(brokenWhen('process')).toEqual([]);
    expect(brokenWhen('workspace')).toMatchObject([
      { fingerprint: 'right-host | google | chat: profile(api_key) to the host of a workspace .env' },
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

  it('probe-agrees takes a refreshed token for one of its profile', () => {
    const refreshed = {
      ...profileKey,
      place: 'refreshed token of profile google:a (oauth)',
      pattern: 'refreshed token',
    };
    const observations = ['chat', 'probe'] as const;
    const judged = observations.map((path) => observation(path, { requests: [request(refreshed)] }));
    expect(
      judge({ value, version: '2026.9.6', observations: judged, variants: {} }, lawsOf('probe-agrees')),
    ).toEqual([]);
  });

  it('probe-agrees fails when the probe names another source than chat uses', () => {
    const probe = [{ profileId: null, source: 'env', status: 'ok', reason: null }];
    expect(brokenBy('probe', { probe })).toMatchObject([{ law: 'probe-agrees' }]);
  });

  it('no-disclosure fails when a secret is found in a log', () => {
    const disclosures = [{ where: 'stderr', place: 'env GEMINI_API_KEY', pattern: 'environment' }];
    expect(brokenBy('chat', { disclosures })).toMatchObject([{ law: 'no-disclosure' }]);
  });

  it('no-egress fails when an undeclared host is reached', () => {
    expect(brokenBy('chat', { egress: ['telemetry.example.com'] })).toMatchObject([{ law: 'no-egress' }]);
  });

  it('name no secret, profile or count in a fingerprint', () => {
    for (const { fingerprint } of brokenBy('image', { requests: [request(environmentKey)] })) {
      expect(fingerprint).not.toMatch(/google:a|GEMINI|\d/);
    }
  });
});
