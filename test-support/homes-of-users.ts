/** Homes of the kinds that public reports have, as files. Every secret in them has the word FAKE in it. */
import { z } from 'zod';
import homes from './homes-of-users.json' with { type: 'json' };

const homeSchema = z.strictObject({
  name: z.string(),
  /** By name, a text, or what is written as JSON. */
  files: z.record(
    z.string(),
    z
      .union([z.string(), z.record(z.string(), z.unknown())])
      .transform((each) => (typeof each === 'string' ? each : JSON.stringify(each, null, 2))),
  ),
  /** Variables of the process, in `.env` form. */
  variables: z.string().optional(),
});
export type UsersHome = z.infer<typeof homeSchema>;

export const HOMES_OF_USERS: readonly UsersHome[] = z.array(homeSchema).parse(homes);
