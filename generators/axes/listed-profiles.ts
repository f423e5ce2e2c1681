/**
 * The profiles that the configuration declares (`auth.profiles`), which route and hold no secret: set-up declares each that it stores, and
 * scripts that write the store declare none.
 *
 * `all`: every one. `first`: the first of the store alone, as after a second one was added by hand. Without an order, those that are declared
 * are asked before others.
 *
 * @source openclaw@2026.9.6:docs/concepts/model-failover.md ("Rotation order": "Configured profiles"), in
 *   openclaw@2026.3.13:docs/concepts/model-failover.md as well
 */
import fc from 'fast-check';
import { z } from 'zod';
import type { AuthProfile } from './auth-profile.ts';
import { setupAxis } from './axis.ts';
import { weighted } from './weighted.ts';

const listedProfilesSchema = z.enum(['none', 'all', 'first']);
export type ListedProfiles = z.infer<typeof listedProfilesSchema>;

export const listedProfiles = setupAxis({
  meaning:
    'The profiles that the configuration declares in auth.profiles: none, all, or the first of the store alone.',
  schema: listedProfilesSchema,
  usual: 'none',
  since: 19,
  arbitrary: ({ profileTypes }) =>
    profileTypes.length > 0 ? weighted({ none: 13, all: 2, first: 1 }) : fc.constant<ListedProfiles>('none'),
});

interface DeclaringSetup {
  readonly listedProfiles: ListedProfiles;
  readonly profiles: readonly AuthProfile[];
}

/** The profiles of a setup that the configuration declares. */
export function declaredProfiles({
  listedProfiles: listed,
  profiles,
}: DeclaringSetup): readonly AuthProfile[] {
  if (listed === 'none') return [];
  return listed === 'all' ? profiles : profiles.slice(0, 1);
}

/** Whether the configuration declares some of the profiles and not all, which then come first. */
export function declaresSome(setup: DeclaringSetup): boolean {
  return setup.listedProfiles === 'first' && setup.profiles.length > 1;
}
