import { expect, it } from 'vitest';
import { plainCase } from '../generators/plain-case.ts';
import { hasDatabase } from './setup-text.ts';

it('a database holds the profiles of a case where the build keeps them in one, and there are some', () => {
  const secret = { source: 'inline', holds: 'live', shape: 'plain' } as const;
  const profile = {
    name: 'a',
    type: 'api_key',
    secret,
    expires: 'never',
    refresh: 'none',
    cooldown: 'none',
  } as const;
  const stored = plainCase({ id: 'google', profiles: [profile] });
  expect(hasDatabase(stored, '2026.9.6')).toBe(true);
  expect(hasDatabase(stored, '2026.3.13')).toBe(false);
  expect(hasDatabase(plainCase({ id: 'google' }), '2026.9.6')).toBe(false);
});
