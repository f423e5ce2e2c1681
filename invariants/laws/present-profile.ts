import { type AuthProfile, hasEnded } from '../../generators/axes/auth-profile.ts';

/** Whether nothing about a profile keeps it from being asked: OpenClaw promises nothing of a choice that cannot be used. */
export function isPresent(profile: AuthProfile): boolean {
  const { secret, cooldown } = profile;
  return secret.holds !== 'nothing' && secret.shape === 'plain' && !hasEnded(profile) && cooldown === 'none';
}
