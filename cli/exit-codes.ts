/** Exit codes, the same for every command. */
import type { Verdict } from '../search/result/result.ts';

export const exitCodes: Record<Verdict | 'bad input', number> = {
  conforms: 0,
  violates: 1,
  'not testable': 2,
  'bad input': 2,
};
