/**
 * The explicit order of a provider's profiles, in the configuration or in the store.
 *
 * An order may name a profile that does not exist: that is a setup users have, after a profile is removed.
 *
 * @source docs/openclaw-auth-contract.md 2.3 (the stored order wins over `auth.order`)
 */
import fc from 'fast-check';
import { z } from 'zod';
import { profileNameSchema } from './auth-profile.ts';
import { setupAxis } from './axis.ts';

const profileOrderSchema = z.strictObject({
  where: z
    .enum(['config', 'store'])
    .describe('config: auth.order of openclaw.json. store: the order that `models auth order set` writes.'),
  names: z.array(profileNameSchema).min(1),
});
export type ProfileOrder = z.infer<typeof profileOrderSchema>;

const names = fc.uniqueArray(fc.constantFrom(...profileNameSchema.options), { minLength: 1, maxLength: 3 });

/** Half of the cases have no order at all, which is what most users have. */
const orderArbitrary: fc.Arbitrary<ProfileOrder | null> = fc.option(
  fc.record({ where: fc.constantFrom('config', 'store'), names }),
  { freq: 2 },
);

export const order = setupAxis({
  meaning: "The explicit order of the provider's profiles, which may name one that is not there; null: none.",
  schema: profileOrderSchema.nullable(),
  usual: null,
  since: 1,
  arbitrary: ({ profileTypes }) => (profileTypes.length > 0 ? orderArbitrary : fc.constant(null)),
});
