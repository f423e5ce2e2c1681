/**
 * A key of something that no path asks, behind a reference to a variable that is set: of a skill, of talk, or of a gateway elsewhere. It
 * should change nothing.
 *
 * @source openclaw@2026.9.6:docs/reference/secretref-credential-surface.md (`skills.entries.*.apiKey`, `talk.providers.*.apiKey`,
 *   `gateway.remote.token`); openclaw@2026.9.6:docs/gateway/secrets/operations.md (healthy sibling owners)
 */
import fc from 'fast-check';
import { z } from 'zod';
import { axis } from './axis.ts';

export const strangeKeySchema = z.enum(['skill', 'talk', 'remote']);
export type StrangeKey = z.infer<typeof strangeKeySchema>;

/** The law that it is for runs each such case a second time, without it. */
const ONE_IN = 40;

const LABELS: Record<StrangeKey, string> = {
  skill: "a skill's key behind a reference",
  talk: "talk's key behind a reference",
  remote: "another gateway's key behind a reference",
};

export const strangeKey = axis({
  meaning:
    'A key of something that no path asks, as a reference to a variable that is set: of a skill, of talk, or of a gateway elsewhere (remote); null: none.',
  schema: strangeKeySchema.nullable(),
  usual: null,
  since: 19,
  arbitrary: fc.oneof(
    { weight: ONE_IN - 1, arbitrary: fc.constant<StrangeKey | null>(null) },
    {
      weight: 1,
      arbitrary: fc.option<StrangeKey>(fc.constantFrom(...strangeKeySchema.options), { freq: 4 }),
    },
  ),
  oneIn: ONE_IN,
  label: (of) => LABELS[of],
});
