/** The secrets of another program's login. */
import { setupOfProgram } from '../axes/program-login.ts';
import type { Case } from '../case.ts';
import type { Held } from './held.ts';

/** The provider renews the login to that program alone, so that its refresh token brings nothing. */
export function programSecrets(value: Case): Held[] {
  const setup = setupOfProgram(value);
  if (!setup) return [];
  const own = { provider: setup.id, seeds: setup.profiles.length === 0 };
  return [
    { place: { holder: 'program login', ...own }, validity: 'live', shape: 'plain' },
    { place: { holder: 'program refresh token', ...own }, validity: 'stale', shape: 'plain' },
  ];
}
