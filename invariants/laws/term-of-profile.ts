import type { AuthProfile } from '../../generators/axes/auth-profile.ts';
import { declaresSome } from '../../generators/axes/listed-profiles.ts';
import type { Case } from '../../generators/case.ts';
import type { ProviderSetup } from '../../generators/provider-setup.ts';
import { secretFieldsOf } from '../../generators/secrets/map-secrets.ts';

/** The time of a stored profile: it lasts for years, is over for good, or is written as no time at all. */
export type Term = 'lasts' | 'is over' | 'is malformed';

/**
 * The time of a profile where documents leave no doubt of it, or null.
 *
 * Of a login whose access token is over beside a refresh token they do not: a build may count it among the ended ones, or among those
 * that renew themselves, and before it asks it cannot know whether the refresh token is still taken.
 *
 * @source openclaw@2026.9.6:docs/auth-credential-semantics.md ("Token credentials"); openclaw@2026.9.6:docs/concepts/oauth.md ("Refresh +
 *   expiry")
 */
export function termOf(profile: AuthProfile): Term | null {
  const { type, expires, refresh } = profile;
  if (type === 'token' && expires === 'malformed') return 'is malformed';
  if (type !== 'api_key' && expires === 'past') return refresh === 'none' ? 'is over' : null;
  return lasts(profile) ? 'lasts' : null;
}

/** Of a reference, an odd text and a profile that is left alone for now no document says the word. */
function lasts({ type, expires, secret, cooldown }: AuthProfile): boolean {
  const hasTime = type === 'api_key' || expires === 'never' || expires === 'later';
  const isPlain = secret.source === 'inline' && secret.shape === 'plain' && secret.holds === 'live';
  return hasTime && isPlain && cooldown === 'none';
}

/** Whether the profiles of a setup are where every build reads them, and no other record of theirs is beside. */
export function areStoredOnce(
  { profileRecord, commandBefore }: Case,
  { profileStore }: ProviderSetup,
): boolean {
  // A doctor may renew a login, or give it another name.
  return profileRecord === 'usual' && profileStore === 'own' && commandBefore !== 'doctor';
}

/** The time that all profiles of a setup have in common, where nothing but profiles is configured of it; else null. */
export function termOfSetup(setup: ProviderSetup): Term | null {
  const [first, ...others] = setup.profiles.map(termOf);
  return first && hasProfilesAlone(setup) && others.every((term) => term === first) ? first : null;
}

function hasProfilesAlone(setup: ProviderSetup): boolean {
  const { environment, spareKeys, defaultCredentials, aws, order, entry, olderModelsFile, profiles } = setup;
  const isBare = environment.length + spareKeys.length + defaultCredentials.length === 0 && aws === null;
  // An entry says by its `auth` of what kind a credential must be.
  return (
    isBare &&
    order === null &&
    !declaresSome(setup) &&
    entry === null &&
    !olderModelsFile &&
    secretFieldsOf(setup).length === profiles.length
  );
}
