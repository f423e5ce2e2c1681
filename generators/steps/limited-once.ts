/**
 * One limit that a profile meets before anything else, beside another that answers: how long it then waits tells whether an earlier
 * cooldown still counts.
 */
import type { PathName } from '../../observation/path-name.ts';
import type { Case } from '../case.ts';
import type { Step } from './step.ts';

/** None where no profile has a cooldown that is over, or no path tells how long a new one lasts. An answer would end what is left of it. */
export function limitedOnce({ provider }: Case, paths: readonly PathName[]): readonly Step[] | null {
  const over = provider.profiles.find(({ cooldown }) => cooldown === 'over');
  if (!over || !paths.includes('chat') || !paths.includes('probe')) return null;
  return [
    { do: 'provider', turn: 'limits', of: over.name },
    { do: 'take', path: 'chat' },
    { do: 'provider', turn: 'recovers' },
    { do: 'take', path: 'probe' },
  ];
}
