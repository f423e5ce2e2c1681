/**
 * `models.providers.<id>.baseUrl`: where a provider is, in the user's words.
 *
 * `default`: the provider's own address. `absent`: an entry without one, which means the same. `trailing-slash`: the same
 * with a slash after it. `blank`: spaces, as a setup form leaves it. `regional`: another host of the user's choice, which
 * then is the provider's only one.
 */
import type fc from 'fast-check';
import { z } from 'zod';
import { weighted } from './weighted.ts';

export const baseUrlSchema = z.enum(['default', 'trailing-slash', 'blank', 'regional', 'absent']);
export type BaseUrl = z.infer<typeof baseUrlSchema>;

export const baseUrlArbitrary: fc.Arbitrary<BaseUrl> = weighted({
  default: 3,
  absent: 1,
  'trailing-slash': 1,
  blank: 1,
  regional: 2,
});

/** An address that is never blank. */
export const addressArbitrary: fc.Arbitrary<BaseUrl> = weighted({
  default: 3,
  'trailing-slash': 1,
  regional: 1,
});
