import { expect, it } from 'vitest';
import { needsOwnProcess } from './own-process.ts';
import { PLAIN_PROFILE, plainCase } from './plain-case.ts';

it('is what a proxy takes, and a login of another program where it says something', () => {
  expect(needsOwnProcess(plainCase({ id: 'google' }, { proxy: 'only' }))).toBe(true);
  expect(needsOwnProcess(plainCase({ id: 'openai-codex' }, { programLogin: true }))).toBe(true);
  const keyed = plainCase({ id: 'openai', profiles: [PLAIN_PROFILE] }, { programLogin: true });
  expect(needsOwnProcess(keyed)).toBe(false);
});
