import { expect, it } from 'vitest';
import { checkOf, healthIn } from './models-status.ts';

const status = (runtimeAuthRoutes?: { status: string }[]) => JSON.stringify({ auth: { runtimeAuthRoutes } });

it('the exit code of a check is a verdict on credentials, unless the runtime of a route is not there', () => {
  expect([0, 1, 2, 3].map((exitCode) => checkOf(status(), exitCode))).toEqual([
    'good',
    'bad',
    'expiring',
    null,
  ]);
  expect(checkOf(status([{ status: 'usable' }]), 1)).toBe('bad');
  expect(checkOf(status([{ status: 'usable' }, { status: 'unavailable' }]), 1)).toBeNull();
});

it('the words for stored profiles are read, and one that is not known is told apart', () => {
  const oauth = {
    profiles: [
      { profileId: 'google:a', status: 'expired', type: 'oauth' },
      { profileId: 'google:b', status: 'resting', type: 'token' },
    ],
    providers: [
      { provider: 'google', status: 'expired' },
      { provider: 'openai', status: 'ok' },
    ],
  };
  expect(healthIn(JSON.stringify({ auth: { oauth } }), 'google')).toEqual({
    profiles: [
      { profileId: 'google:a', word: 'expired' },
      { profileId: 'google:b', word: 'other' },
    ],
    provider: 'expired',
  });
  expect(healthIn(JSON.stringify({ auth: { oauth } }), 'xai')?.provider).toBeNull();
  expect(healthIn(status(), 'google')).toBeNull();
});
