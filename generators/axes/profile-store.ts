/**
 * The store that a provider's profiles are in, as updates of OpenClaw left it.
 *
 * `own`: the shared store of the build. `older-file`: `auth-profiles.json` in its place, as the builds before 2026.6.5
 * wrote it; to those it is their own. `older-beside`: the build's own, and beside it that file with the keys of before.
 * `agent`: the store of the agent alone.
 *
 * @source openclaw@2026.9.6:docs/concepts/oauth.md (retired files beside a store, and in its place);
 *   openclaw@2026.9.6:docs/auth-credential-semantics.md ("Legacy-Compatible Messaging", "Agent copy portability");
 *   upstream reports of profiles that an update left behind (#100067, #98099, #93145)
 */
import fc from 'fast-check';
import { z } from 'zod';
import { setupAxis } from './axis.ts';
import { weighted } from './weighted.ts';

const profileStoreSchema = z.enum(['own', 'older-file', 'older-beside', 'agent']);
export type ProfileStore = z.infer<typeof profileStoreSchema>;

export const profileStore = setupAxis({
  meaning:
    "Where the profiles are: in the build's own shared store, in the auth-profiles.json of an older build in its place (older-file), in the own store beside such a file with older keys (older-beside), or in the store of the agent. Builds before 2026.6.5 have the file alone.",
  schema: profileStoreSchema,
  usual: 'own',
  since: 9,
  arbitrary: ({ profileTypes }) =>
    profileTypes.length > 0
      ? weighted({ own: 21, 'older-file': 1, 'older-beside': 1, agent: 1 })
      : fc.constant<ProfileStore>('own'),
});
