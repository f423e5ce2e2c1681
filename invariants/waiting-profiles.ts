/**
 * The providers whose profiles lie in a file of an older build that this one does not read any more, and has not been
 * told to migrate.
 */
import { traitsOf } from '../gateway/versions/traits.ts';
import { isAtLeast } from '../gateway/versions/version.ts';
import type { Case } from '../generators/case.ts';
import type { ProviderSetup } from '../generators/provider-setup.ts';
import type { ProviderId } from '../generators/providers/catalog.ts';
import { setupsOf } from '../generators/secrets/canaries.ts';

/**
 * None beside a store that holds profiles, where the file is leftover bytes, nor after a doctor, which imports it
 * (openclaw@2026.9.6:docs/concepts/oauth.md).
 */
export function waitingProviders(value: Case, version: string): readonly ProviderId[] {
  const isInFile = ({ profileStore }: ProviderSetup) => profileStore === 'older-file';
  const setups = setupsOf(value).filter(({ profiles }) => profiles.length > 0);
  if (traitsOf(version).authStore === 'json' || !setups.every(isInFile)) return [];
  if (value.commandBefore === 'doctor') return [];
  return setups.map(({ id }) => id);
}

/**
 * Whether a build promises to use no other credential of a provider whose profiles wait
 * (openclaw@2026.8.1:docs/concepts/model-failover.md, "fails closed").
 */
export function refusesOthersBeside(version: string): boolean {
  return isAtLeast(version, '2026.8.1');
}

/** Whether a build promises to refuse the providers that the file names, and no other (openclaw@2026.9.6:docs/concepts/oauth.md). */
export function refusesItsOwnAlone(version: string): boolean {
  return isAtLeast(version, '2026.9.6');
}

/** Whether the profiles of a setup are in a form, or at a place, of which no document says how every build reads it. */
export function isReadByAll(
  { profileRecord, commandBefore }: Case,
  { profiles, profileStore }: ProviderSetup,
): boolean {
  return (
    profiles.length === 0 ||
    (profileRecord === 'usual' && (profileStore !== 'older-file' || commandBefore === 'doctor'))
  );
}
