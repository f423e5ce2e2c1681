import { expect, it } from 'vitest';
import { checkOf } from './models-status.ts';

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
