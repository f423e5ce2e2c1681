/** Each law holds on a conforming case, and fails on the one fault that it is for. */

import { describe, expect, it } from 'vitest';
import { PLAIN_ENTRY, PLAIN_PROFILE, PLAIN_SUBSCRIPTION, plainCase } from '../../generators/plain-case.ts';
import type { Place } from '../../generators/secrets/place.ts';
import {
  brokenBy,
  environmentKey,
  failed,
  judged,
  observation,
  profileKey,
  request,
  sentFrom,
  sentText,
  value,
} from '../../test-support/conforming.ts';
import { Fingerprint } from '../fingerprint.ts';
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
        fingerprint: Fingerprint.parse('same-credential | google | chat: profile | image: environment'),
      },
    ]);
  });

  it('same-credential tells a request without any credential from one that has no more than both send', () => {
    const fingerprints = (...of: Parameters<typeof request>) =>
      brokenBy('image', { requests: [request(...of)] })
        .filter(({ law }) => law === 'same-credential')
        .map(({ fingerprint }) => String(fingerprint));
    expect(fingerprints()).toEqual(['same-credential | google | chat: profile | image: no credential']);
    expect(fingerprints(profileKey, environmentKey)).toEqual([
      'same-credential | google | chat: nothing else | image: environment',
    ]);
  });

  it('status-agrees fails when models status calls missing what chat is answered with', () => {
    expect(brokenBy('probe', { status: 'missing' })).toMatchObject([
      {
        law: 'status-agrees',
        fingerprint: Fingerprint.parse(
          'status-agrees | google | chat: answer, profile | probe: status missing',
        ),
      },
    ]);
  });

  it.each(['auth-status', 'model-list', 'chat-startup'] as const)(
    'status-agrees fails when a running gateway says by %s that it is missing',
    (path) => {
      expect(brokenBy(path, { status: 'missing' }).map(({ fingerprint }) => String(fingerprint))).toEqual([
        `status-agrees | google | chat: answer, profile | ${path}: status missing`,
      ]);
      expect(brokenBy(path, { status: null })).toEqual([]);
    },
  );

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
    expect(judge(judged(observations))).toMatchObject([
      { fingerprint: Fingerprint.parse('same-credential | google | chat: region | image: another region') },
    ]);
  });

  it('same-credential takes the same key in another header where a medium has an API of its own', () => {
    const minimax = plainCase({
      ...value.provider,
      id: 'minimax',
      environment: [{ name: 'MINIMAX_API_KEY', layer: 'process', holds: 'live', shape: 'plain' }],
    });
    const at = (scheme: string, from: Place['holder'] = 'profile') =>
      request(sentFrom(minimax, ({ holder }) => holder === from, scheme));
    const model = { provider: 'minimax', id: 'model' };
    const brokenWith = (image: ReturnType<typeof at>) =>
      judge(
        judged(
          [
            observation('chat', { model, requests: [at('x-api-key')] }),
            observation('image', { model, requests: [image] }),
          ],
          { value: minimax },
        ),
      ).filter(({ law }) => law === 'same-credential');
    expect(brokenWith(at('bearer'))).toEqual([]);
    expect(brokenWith(at('bearer', 'environment'))).toHaveLength(1);
  });

  it('same-failure leaves a path its own way of trying again, and its own end only then', () => {
    const brokenWhen = (answeredRequests: 'first' | 'every') =>
      judge(
        judged([observation('chat'), observation('image', { outcome: failed('rejected') })], {
          value: { ...value, provider: { ...value.provider, answer: 'server-error', answeredRequests } },
        }),
      );
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
    const marker = sentText('secretref-managed');
    expect(brokenBy('probe', { requests: [request(profileKey), request(marker)] })).toMatchObject([
      { law: 'well-formed', fingerprint: Fingerprint.parse('well-formed | google | chat: a marker') },
    ]);
  });

  it("right-host fails when a secret goes to another provider's host", () => {
    const foreign = { ...request(profileKey), host: 'api.openai.com', purpose: 'provider' as const };
    expect(brokenBy('audio', { requests: [request(profileKey), foreign] })).toMatchObject([
      { law: 'right-host' },
    ]);
  });

  it("right-host takes the usual host where the provider's entry leaves out its address", () => {
    const entry = { ...PLAIN_ENTRY, baseUrl: 'regional' as const };
    const brokenWhen = (entryFields: 'all' | 'models-alone') =>
      judge(
        judged([observation('chat', { requests: [request(profileKey)] })], {
          value: { ...value, provider: { ...value.provider, entry, entryFields } },
        }),
      ).map(({ law }) => law);
    expect(brokenWhen('models-alone')).toEqual([]);
    expect(brokenWhen('all')).toEqual(['right-host']);
  });

  it('right-host fails when the address that a workspace .env names gets the secret', () => {
    const moved = { ...request(profileKey), host: 'google.named-by-variable.com' };
    const brokenWhen = (layer: 'process' | 'workspace') =>
      judge(
        judged([observation('chat', { requests: [moved] })], {
          value: { ...value, provider: { ...value.provider, addressVariable: { layer } } },
        }),
      );
    expect(brokenWhen('process')).toEqual([]);
    expect(brokenWhen('workspace')).toMatchObject([
      {
        fingerprint: Fingerprint.parse('right-host | google | chat: profile to the host of a workspace .env'),
      },
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
    expect(judge(judged(observations))).toMatchObject([{ law: 'probe-agrees' }]);
  });

  it('probe-agrees fails when chat answers and the probe has no target', () => {
    expect(brokenBy('probe', { requests: [], probe: [] })).toMatchObject([{ law: 'probe-agrees' }]);
  });

  it('probe-agrees fails when the probe names a profile whose own key was not accepted', () => {
    const requests = [{ ...request(profileKey), status: 401 }, request(environmentKey)];
    expect(brokenBy('probe', { requests })).toMatchObject([{ law: 'probe-agrees' }]);
  });

  it('probe-agrees knows no names of profiles that a doctor has named itself', () => {
    const requests = [request(profileKey)];
    const probe = [{ profileId: 'google:default', source: 'profile', status: 'ok', reason: null }];
    const brokenAfter = (commandBefore: 'none' | 'doctor') =>
      judge(
        judged([observation('chat', { requests }), observation('probe', { requests, probe })], {
          value: plainCase(
            { id: 'google', profiles: [PLAIN_PROFILE] },
            { commandBefore, profileRecord: 'flat' },
          ),
        }),
        lawsOf('probe-agrees'),
      );
    expect(brokenAfter('none')).toHaveLength(1);
    expect(brokenAfter('doctor')).toEqual([]);
  });

  it('probe-agrees takes a refreshed token for one of its profile', () => {
    const subscribed = plainCase({ id: 'openai', profiles: [PLAIN_SUBSCRIPTION] });
    const refreshed = sentFrom(subscribed, ({ holder }) => holder === 'refreshed token', 'bearer');
    const requests = [request(refreshed)];
    const probe = [{ profileId: 'openai:a', source: 'profile', status: 'ok', reason: null }];
    const observations = [observation('chat', { requests }), observation('probe', { requests, probe })];
    expect(judge(judged(observations, { value: subscribed }), lawsOf('probe-agrees'))).toEqual([]);
  });

  it('probe-agrees fails when the probe names another source than chat uses', () => {
    const probe = [{ profileId: null, source: 'env', status: 'ok', reason: null }];
    expect(brokenBy('probe', { probe })).toMatchObject([{ law: 'probe-agrees' }]);
  });

  it('no-disclosure fails when a secret is found in a log', () => {
    const disclosures = [{ where: 'stderr', place: environmentKey.place }];
    expect(brokenBy('chat', { disclosures })).toMatchObject([{ law: 'no-disclosure' }]);
  });

  it('no-egress fails when an undeclared host is reached', () => {
    expect(brokenBy('chat', { egress: ['telemetry.example.com'] })).toMatchObject([{ law: 'no-egress' }]);
  });
});
