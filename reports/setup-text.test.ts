import { expect, it } from 'vitest';
import { PLAIN_PROFILE, plainCase } from '../generators/plain-case.ts';
import { hasDatabase, setupLine, setupText } from './setup-text.ts';

it('keys of a case with several have a letter each, so that a reader sees which one is sent', () => {
  const one = setupText(plainCase({ id: 'google', profiles: [PLAIN_PROFILE] }), '2026.9.6');
  const two = setupText(
    plainCase({ id: 'google', profiles: [PLAIN_PROFILE, { ...PLAIN_PROFILE, name: 'b' }] }),
    '2026.9.6',
  );
  expect(one.match(/<\w+ key.*?>/g)).toEqual(['<live key>']);
  expect(new Set(two.match(/<\w+ key.*?>/g))).toEqual(new Set(['<live key A>', '<live key B>']));
});

it('a provider that answers otherwise than by the key is told, since no file of the setup shows it', () => {
  const usual = plainCase({ id: 'google' });
  const moved = plainCase({ id: 'google', answer: 'redirect', answeredRequests: 'first' });
  expect(setupText(usual, '2026.9.6')).not.toContain('google answers');
  expect(setupText(moved, '2026.9.6')).toContain(
    'google answers\n  307, to the same path of a host of somebody else; to later requests by the key',
  );
});

it('a database holds the profiles of a case where the build keeps them in one, and there are some', () => {
  const stored = plainCase({ id: 'google', profiles: [PLAIN_PROFILE] });
  expect(hasDatabase(stored, '2026.9.6')).toBe(true);
  expect(hasDatabase(stored, '2026.3.13')).toBe(false);
  expect(hasDatabase(plainCase({ id: 'google' }), '2026.9.6')).toBe(false);
});

it('names the key of speech as the file does, where speech has another name for the provider', () => {
  const speechKey = { source: 'inline', holds: 'live', shape: 'plain' } as const;
  const value = plainCase({ id: 'minimax-portal' }, { speechKey });
  const file = JSON.parse(
    setupText(value, '2026.9.6')
      .split('~/.openclaw/openclaw.json\n')[1]!
      .split(/\n(?=\S)/)[0]!,
  ) as { tts: { providers: object } };
  const [name] = Object.keys(file.tts.providers);
  expect(name).toBe('minimax');
  expect(setupLine(value)).toContain(`tts.providers.${name}.apiKey live`);
});

it('begins with the command that installs the plugin of a provider, where the build does not bring it', () => {
  const value = plainCase({ id: 'mistral', profiles: [PLAIN_PROFILE] });
  const text = setupText(value, '2026.9.6');
  expect(text).toMatch(
    /^before all else, in this home\n {2}openclaw plugins install @openclaw\/mistral-provider@/,
  );
  // The file is written over what the command wrote.
  expect(text).toContain('"mistral": { "enabled": true }');
  expect(setupText(value, '2026.7.1-2')).not.toContain('plugins');
});
