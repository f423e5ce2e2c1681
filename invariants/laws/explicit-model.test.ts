import { expect, it } from 'vitest';
import type { Case } from '../../generators/case.ts';
import { plainCase } from '../../generators/plain-case.ts';
import type { ProviderSetup } from '../../generators/provider-setup.ts';
import { judged, observation, request, sentFrom } from '../../test-support/conforming.ts';
import { judge } from '../laws.ts';
import { promisesBroken } from '../promises/of-laws.ts';

const key = (name: string): Pick<ProviderSetup, 'environment'> => ({
  environment: [{ name, layer: 'process', holds: 'live', shape: 'plain' }],
});
const two = plainCase(
  { id: 'google', ...key('GEMINI_API_KEY') },
  {
    mediaSelection: 'command',
    otherProvider: plainCase({ id: 'openai', ...key('OPENAI_API_KEY') }).provider,
  },
);

function broken(provider: 'google' | 'openai', value: Case = two, version?: string) {
  const sent = sentFrom(value, (place) => 'provider' in place && place.provider === provider);
  const audio = observation('audio', { requests: [request(sent)] });
  return judge(judged([audio], { value, ...(version ? { version } : {}) })).filter(
    ({ law }) => law === 'explicit-choice',
  );
}

it('a media command that names a model asks no other provider', () => {
  expect(broken('google')).toEqual([]);
  expect(broken('openai')).toHaveLength(1);
  const promises = promisesBroken(broken('openai')[0]!, two, '2026.9.6').map(({ id }) => id);
  expect(promises).toContain('infer-command/model-pins-backend');
});

it('a media path whose model is chosen, or whose build promises no pin, may ask another provider', () => {
  expect(broken('openai', { ...two, mediaSelection: 'automatic' })).toEqual([]);
  expect(broken('openai', two, '2026.6.11')).toEqual([]);
});

it('a tool whose call names a model asks its provider first', () => {
  const asksFirst = (...providers: string[]) => {
    const requests = providers.map((each) =>
      request(sentFrom(two, (place) => 'provider' in place && place.provider === each)),
    );
    const tool = observation('pdf-tool', { requests });
    return judge(judged([tool], { value: two })).filter(({ law }) => law === 'explicit-choice');
  };
  expect(asksFirst('google')).toEqual([]);
  // No document says what is asked after the first.
  expect(asksFirst('google', 'openai')).toEqual([]);
  expect(asksFirst('openai')).toHaveLength(1);
  const promises = promisesBroken(asksFirst('openai')[0]!, two, '2026.9.6').map(({ id }) => id);
  expect(promises).toContain('pdf/call-names-model');
});
