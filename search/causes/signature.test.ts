import { describe, expect, it } from 'vitest';
import { PLAIN_ENTRY, PLAIN_SUBSCRIPTION, plainCase } from '../../generators/plain-case.ts';
import type { Credential } from '../../observation/credential.ts';
import type { PathName } from '../../observation/path-name.ts';
import { environmentKey, request } from '../../test-support/conforming.ts';
import { type Fault, noCredential, standIn, unresolved } from '../../test-support/stand-in.ts';
import { judgeCase } from '../evaluate/judge-case.ts';
import { signatureOf } from './signature.ts';

const GOOGLE = 'generativelanguage.googleapis.com';
const paths: PathName[] = ['chat', 'image'];
const value = plainCase(
  {
    id: 'google',
    entry: { ...PLAIN_ENTRY, authHeader: true },
    environment: [{ name: 'GEMINI_API_KEY', layer: 'state', holds: 'live', shape: 'plain' }],
    profiles: [
      {
        ...PLAIN_SUBSCRIPTION,
        type: 'api_key',
        secret: { source: 'exec', holds: 'nothing', shape: 'plain' },
        expires: 'never',
        refresh: 'none',
      },
    ],
    order: { where: 'store', names: ['b'] },
  },
  { agent: 'second' },
);

async function signature(fault: Fault) {
  const evaluator = standIn(fault);
  const { version } = evaluator.subject;
  const observe = evaluator.worker(0).warm('embedded');
  const { violations } = (await judgeCase(observe, value, version, paths))!;
  const pair = violations.find(({ law }) => law === 'same-failure' || law === 'same-credential')!;
  return signatureOf(observe, value, version, pair);
}

describe('a signature', () => {
  it('holds the repairs that alone end the violation, and the path that they move', async () => {
    expect(await signature(unresolved)).toEqual([
      { repair: 'references-resolve', moves: ['image'] },
      { repair: 'profiles', moves: ['image'] },
    ]);
  });

  it('names the path that the cause is in, which need not be the one that deviates', async () => {
    const inChat: Fault = ({ provider }, path) => (path === 'chat' && provider.order ? noCredential : null);
    expect(await signature(inChat)).toEqual([{ repair: 'order', moves: ['chat'] }]);
  });

  it('has no repair after which no credential is sent', async () => {
    const withoutVariable: Fault = ({ provider, agent }, path) =>
      provider.environment.length === 0 || (path === 'image' && agent === 'second') ? noCredential : null;
    expect(await signature(withoutVariable)).toEqual([{ repair: 'agent', moves: ['image'] }]);
  });

  it('may send none where none of the secrets of the case was sent before', async () => {
    const marker: Credential = { kind: 'text', scheme: 'bearer', text: 'marker' };
    const sent = { ...request({ ...environmentKey, scheme: 'bearer' }), credentials: [marker] };
    const withMarker: Fault = ({ agent }, path) =>
      path === 'chat' && agent === 'second' ? { requests: [sent] } : noCredential;
    expect(await signature(withMarker)).toEqual([{ repair: 'agent', moves: ['chat'] }]);
  });

  it('has the repair after which a marker is sent no more, though the paths fail in different words', async () => {
    const marker: Credential = { kind: 'text', scheme: 'bearer', text: 'marker' };
    const sent = { ...request({ ...environmentKey, scheme: 'bearer' }), credentials: [marker] };
    const unknown: Fault = ({ agent }, path) => {
      if (path !== 'chat') return noCredential;
      return agent === 'second'
        ? { requests: [sent] }
        : { requests: [], outcome: { kind: 'failure', class: 'unknown-model', message: 'Unknown model' } };
    };
    expect(await signature(unknown)).toEqual([{ repair: 'agent', moves: ['chat'] }]);
  });

  it('has no repair that turns the violation into its other face', async () => {
    const twoFaced: Fault = ({ provider }, path) => {
      if (path !== 'image') return null;
      const other = { ...request({ ...environmentKey, scheme: 'bearer' }), host: GOOGLE };
      return provider.order ? noCredential : { requests: [other] };
    };
    expect(await signature(twoFaced)).toEqual([]);
  });

  it('is not told of a case that does not show the violation', async () => {
    const observe = standIn(unresolved).worker(0).warm('embedded');
    const { violations } = (await judgeCase(observe, value, '2026.9.6', paths))!;
    const sound = standIn(() => null)
      .worker(0)
      .warm('embedded');
    expect(await signatureOf(sound, value, '2026.9.6', violations[0]!)).toBeNull();
  });
});
