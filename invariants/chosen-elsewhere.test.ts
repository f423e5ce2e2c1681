/** Media paths whose provider the build chooses, and which fail before they ask one. */
import { describe, expect, it } from 'vitest';
import { PLAIN_ENTRY, plainCase } from '../generators/plain-case.ts';
import type { ProviderSetup } from '../generators/provider-setup.ts';
import type { Observation } from '../observation/observation.ts';
import type { FailureClass } from '../observation/outcome.ts';
import type { PathName } from '../observation/path-name.ts';
import { failed, judged, observation, profileKey, request } from '../test-support/conforming.ts';
import { ALL_LAWS, judge } from './laws.ts';

const LAWS = ALL_LAWS.filter(({ id }) => id === 'same-failure');
const key = { name: 'OPENAI_API_KEY', layer: 'process', holds: 'live', shape: 'plain' } as const;
const rival = (id: 'openai' | 'groq' | 'zai' | 'deepseek', changes: Partial<ProviderSetup> = {}) =>
  plainCase({ id, environment: [key], ...changes }).provider;

interface Setting {
  readonly other?: ProviderSetup | null;
  readonly selection?: 'automatic' | 'command';
  readonly entry?: typeof PLAIN_ENTRY | null;
  readonly modelId?: 'known' | 'listed';
  readonly chat?: Partial<Observation>;
  readonly version?: string;
  readonly chatProvider?: 'google' | 'anthropic' | 'openrouter';
}

/** Whether chat, which is Google's unless another is named, and a path that sends nothing break the law. */
function breaks(path: PathName, end: FailureClass, setting: Setting = {}): boolean {
  const { other = rival('openai'), selection = 'automatic', entry = null, chat = {} } = setting;
  const { version = '2026.9.6', chatProvider: id = 'google', modelId = 'known' } = setting;
  const value = plainCase({ id, entry, modelId }, { mediaSelection: selection, otherProvider: other });
  const model = { provider: id, id: 'model' };
  const ended = observation(path, { model, requests: [], outcome: failed(end) });
  return judge(judged([observation('chat', { model, ...chat }), ended], { value, version }), LAWS).length > 0;
}

describe('a media path that chooses its provider and asks nobody', () => {
  it('may have failed at a provider that is tried before that of chat', () => {
    expect(breaks('image', 'no-credential')).toBe(false);
    expect(breaks('image', 'refused-address')).toBe(false);
    expect(breaks('audio', 'refused-address')).toBe(false);
    expect(breaks('image', 'no-credential', { other: rival('zai', { entry: PLAIN_ENTRY }) })).toBe(false);
  });

  it('is compared where the documents promise that the provider of chat is chosen', () => {
    expect(breaks('image', 'no-credential', { other: rival('zai') })).toBe(true);
    expect(breaks('image', 'no-credential', { entry: PLAIN_ENTRY })).toBe(true);
    expect(breaks('image', 'no-credential', { selection: 'command' })).toBe(true);
    expect(breaks('described-image', 'no-credential')).toBe(true);
  });

  it('is compared where nobody else could be chosen', () => {
    expect(breaks('image', 'no-credential', { other: null })).toBe(true);
    expect(breaks('image', 'no-credential', { other: rival('deepseek') })).toBe(true);
    expect(breaks('image', 'no-credential', { other: rival('openai', { environment: [] }) })).toBe(true);
  });

  it('is compared where it found no provider, though chat shows that there is one', () => {
    expect(breaks('image', 'nothing-selected')).toBe(true);
    expect(breaks('audio', 'nothing-selected')).toBe(true);
    // A candidate of audio that has no credential is left out, and the next one is tried.
    expect(breaks('audio', 'no-credential', { other: rival('groq') })).toBe(true);
  });

  it('may have failed at the next one where that of chat has no auth', () => {
    const noKey = { requests: [], outcome: failed('no-credential') };
    const other = rival('zai');
    expect(breaks('image', 'refused-address', { other, chat: noKey })).toBe(false);
    expect(breaks('image', 'refused-address', { other, chat: { requests: [request(profileKey)] } })).toBe(
      true,
    );
  });

  it('is held to the order of the document that its build has, and to none before there was one', () => {
    const other = { other: rival('openai'), chatProvider: 'anthropic' } as const;
    expect(breaks('image', 'no-credential', { ...other, version: '2026.7.1-2' })).toBe(true);
    expect(breaks('image', 'no-credential', { ...other, version: '2026.6.11' })).toBe(false);
    expect(breaks('image', 'no-credential', { other: rival('zai'), version: '2026.6.11' })).toBe(true);
    expect(breaks('image', 'no-credential', { other: rival('zai'), version: '2026.3.13' })).toBe(false);
  });

  it('need not choose one that has no entry and stands in no order, and must choose one that does', () => {
    const alone = { other: null, chatProvider: 'openrouter', version: '2026.6.11' } as const;
    expect(breaks('image', 'nothing-selected', alone)).toBe(false);
    expect(breaks('image', 'nothing-selected', { ...alone, version: '2026.9.6' })).toBe(false);
    expect(breaks('audio', 'nothing-selected', alone)).toBe(true);
    expect(breaks('image', 'nothing-selected', { ...alone, entry: PLAIN_ENTRY })).toBe(true);
    // A model that no catalog has is listed by an entry.
    expect(breaks('image', 'nothing-selected', { ...alone, modelId: 'listed' })).toBe(true);
    expect(breaks('image', 'no-credential', alone)).toBe(true);
    expect(breaks('image', 'nothing-selected', { ...alone, selection: 'command' })).toBe(true);
  });

  it('need not choose one that an order without entries leaves out, and must choose one of that order', () => {
    for (const version of ['2026.3.13', '2026.4.24']) {
      const alone = { other: null, chatProvider: 'openrouter', version } as const;
      expect(breaks('image', 'nothing-selected', alone)).toBe(false);
      expect(breaks('image', 'nothing-selected', { ...alone, entry: PLAIN_ENTRY })).toBe(false);
      expect(breaks('image', 'no-credential', alone)).toBe(true);
      expect(breaks('image', 'nothing-selected', { ...alone, selection: 'command' })).toBe(true);
      expect(breaks('image', 'nothing-selected', { ...alone, chatProvider: 'google' })).toBe(true);
    }
  });
});
