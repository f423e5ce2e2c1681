/**
 * The form of the records in `auth-profiles.json`: as OpenClaw writes them, or as an older build, a guide or a user's
 * own script did. Stores of another kind hold what the build itself wrote.
 *
 * `aliased`: `mode` and `apiKey` in place of `type` and `key`. `flat`: a map without `profiles` around it. `misnamed`:
 * a key under `api_key`, which is the name of the type and of no field.
 *
 * @source docs/openclaw-auth-contract.md 1.3 (what the loader takes); openclaw@2026.9.6:docs/gateway/authentication.md
 *   (the flat form); an upstream report of `api_key` (#57389)
 */
import { z } from 'zod';
import { axis } from './axis.ts';
import { weighted } from './weighted.ts';

const profileRecordSchema = z.enum(['usual', 'aliased', 'flat', 'misnamed']);
export type ProfileRecord = z.infer<typeof profileRecordSchema>;

export const profileRecord = axis({
  meaning:
    'The form of the records in auth-profiles.json: with mode and apiKey for type and key (aliased), without profiles around them (flat), or with the key under api_key (misnamed).',
  schema: profileRecordSchema,
  usual: 'usual',
  since: 9,
  arbitrary: weighted({ usual: 29, aliased: 1, flat: 1, misnamed: 1 }),
  label: (value) => `${value} records in auth-profiles.json`,
});
