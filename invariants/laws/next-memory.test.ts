/** Memory search that is given a provider to fall back on, with faults planted in its observations. */
import { expect, it } from 'vitest';
import type { Case } from '../../generators/case.ts';
import { plainCase } from '../../generators/plain-case.ts';
import type { Observation } from '../../observation/observation.ts';
import type { Outcome } from '../../observation/outcome.ts';
import type { WireRequest } from '../../observation/request.ts';
import { failed, judged, observation, request, sentFrom } from '../../test-support/conforming.ts';
import { judge } from '../laws.ts';

const variable = (name: string) => ({ name, layer: 'process', holds: 'live', shape: 'plain' }) as const;
const other = plainCase({ id: 'openai', environment: [variable('OPENAI_API_KEY')] }).provider;
const falling = (provider: Partial<Case['provider']> = {}, changes: Partial<Case> = {}) =>
  plainCase(
    { id: 'google', answer: 'server-error', environment: [variable('GEMINI_API_KEY')], ...provider },
    { otherProvider: other, memoryFallback: true, ...changes },
  );
const model = { provider: 'google', id: 'gemini-embedding-001' };
const broken = (law: string, value: Case, observations: readonly Observation[], version = '2026.9.6') =>
  judge(judged(observations, { value, version }))
    .filter((violation) => violation.law === law)
    .map(({ fingerprint }) => fingerprint.behaviour);
const indexed = (value: Case, requests: WireRequest[], outcome: Outcome, version?: string) =>
  broken('after-refusal', value, [observation('memory', { model, requests, outcome })], version);

const asked = (value: Case, status: number): WireRequest => ({
  ...request(sentFrom(value, ({ provider }) => provider === 'google')),
  status,
});
const next = (value: Case, status: number): WireRequest => ({
  ...request(sentFrom(value, ({ provider }) => provider === 'openai', 'bearer')),
  purpose: 'fallback',
  host: 'api.openai.com',
  status,
});

it('memory asks the provider that it falls back on where its own fails, and where that has no credential', () => {
  const value = falling();
  expect(indexed(value, [asked(value, 500)], failed('server-error'))).toEqual([
    'server-error in place of the provider to fall back on',
  ]);
  expect(indexed(value, [asked(value, 500), next(value, 200)], { kind: 'answer' })).toEqual([]);
  const keyless = falling({ answer: 'by-key', environment: [] });
  expect(indexed(keyless, [], failed('no-credential'))).toEqual([
    'no-credential in place of the provider to fall back on',
  ]);
  expect(indexed(keyless, [next(keyless, 200)], { kind: 'answer' })).toEqual([]);
});

it('is answered there as its provider answers its key', () => {
  const value = falling();
  const requests = [asked(value, 500), next(value, 404)];
  const end = ['unknown-model at the provider to fall back on'];
  expect(indexed(value, requests, failed('unknown-model'))).toEqual(end);
  const failing = falling({}, { otherProvider: { ...other, answer: 'rate-limited' } });
  expect(indexed(failing, [asked(failing, 500), next(failing, 429)], failed('rate-limited'))).toEqual([]);
});

it('owes nothing where it is given none, or one without a plain key, and before documents said so', () => {
  const requests = (value: Case) => [asked(value, 500)];
  const ends = (value: Case, version?: string) =>
    indexed(value, requests(value), failed('server-error'), version);
  expect(ends(falling({}, { memoryFallback: false }))).toEqual([]);
  expect(ends(falling({}, { otherProvider: { ...other, environment: [] } }))).toEqual([]);
  expect(ends(falling(), '2026.4.24')).toEqual([]);
});

it('may end otherwise than a chat that has nothing to fall back on', () => {
  const value = falling();
  const chat = observation('chat', {
    model: { provider: 'google', id: 'gemini-2.5-flash' },
    requests: [asked(value, 500)],
    outcome: failed('server-error'),
  });
  const memory = observation('memory', {
    model,
    requests: [asked(value, 500), next(value, 200)],
    outcome: { kind: 'answer' },
  });
  expect(broken('same-failure', value, [chat, memory])).toEqual([]);
  expect(broken('same-failure', { ...value, memoryFallback: false }, [chat, memory])).toHaveLength(1);
});
