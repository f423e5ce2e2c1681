import { expect, it } from 'vitest';
import { movedInTime } from './moved-in-time.ts';

it('moves times in numbers and in words as far as the home is old, and nothing else', () => {
  const day = 86_400_000;
  const taken = Date.UTC(2026, 0, 1);
  const file = {
    expires: taken + day,
    nested: [{ expiresAt: '2026-01-02T00:00:00Z', cooldownUntil: taken - day }],
    port: 18789,
    startedAt: 'yesterday',
    version: '2026-01-02T00:00:00Z',
  };
  expect(movedInTime(file, taken, taken + 10 * day)).toEqual({
    expires: taken + 11 * day,
    nested: [{ expiresAt: '2026-01-12T00:00:00.000Z', cooldownUntil: taken + 9 * day }],
    port: 18789,
    startedAt: 'yesterday',
    version: '2026-01-02T00:00:00Z',
  });
});
