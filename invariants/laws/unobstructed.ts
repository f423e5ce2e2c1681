/** Setups in which nothing but its own fault keeps a path from a credential. */
import type { AuthProfile } from '../../generators/axes/auth-profile.ts';
import { declaresSome } from '../../generators/axes/listed-profiles.ts';
import type { Case } from '../../generators/case.ts';
import type { ProviderSetup } from '../../generators/provider-setup.ts';
import { providerOf } from '../../generators/providers/catalog.ts';
import { setupsOf } from '../../generators/secrets/canaries.ts';
import type { Observation } from '../../observation/observation.ts';
import type { PathName } from '../../observation/path-name.ts';
import { endedInPreflight, type Judged, sellsSubscription } from '../law.ts';
import { isPromised } from '../promises/promises.ts';
import { isReadByAll } from '../waiting-profiles.ts';

/** Whether nothing in a setup argues against its credentials but time: each is there and readable as it was meant. */
export function isUnobstructed(setup: ProviderSetup): boolean {
  const { environment, profiles, order, entry, entryRequest, olderModelsFile } = setup;
  const secrets = [...environment, ...profiles.map(({ secret }) => secret), entry?.apiKey, entry?.header];
  const isClear = secrets.every(
    (secret) => !secret || (secret.holds !== 'nothing' && secret.shape === 'plain'),
  );
  const isNoName = entry?.apiKey?.source !== 'marker' && entry?.apiKey?.source !== 'foreign-name';
  const isUsualEntry = !entry || (entry.auth === null && !entry.header && !entry.authHeader);
  const hasOrder = order !== null || declaresSome(setup);
  return isClear && isNoName && isUsualEntry && !entryRequest && !hasOrder && !olderModelsFile;
}

/**
 * Whether each key that a case has outside its setups is there. One reference to nothing fails a strict command, whatever the key is
 * for (openclaw@2026.6.11:docs/gateway/secrets.md, "Strict command paths").
 */
export function hasKeysBeside({ speechKey, searchKey, memoryEndpoint }: Case): boolean {
  return [speechKey, searchKey, memoryEndpoint?.apiKey].every((secret) => secret?.holds !== 'nothing');
}

/** Sources of text that stands where it is read, and is looked up nowhere. */
const TEXTS: readonly string[] = ['inline', 'marker', 'foreign-name'];

/**
 * Whether a reference in a provider's entry finds nothing, or blanks. A strict command ends at it before it looks at any key, also at one that
 * is set for its path alone.
 *
 * @source openclaw@2026.9.6:docs/gateway/secrets/operations.md ("Strict command paths": they "fail fast when a required SecretRef is
 *   unavailable"); openclaw@2026.9.6:docs/gateway/secrets/secretref-contract.md ("Missing or empty env values fail resolution")
 */
export function endsStrictCommands(value: Case): boolean {
  return setupsOf(value).some(({ entry, entryRequest }) =>
    [entry?.apiKey, entry?.header, entry && entryRequest?.secret].some(
      (secret) =>
        secret && !TEXTS.includes(secret.source) && (secret.holds === 'nothing' || secret.shape === 'blank'),
    ),
  );
}

/** A subscription beside keys does not pay for every path, and not in every build. */
export function isPaidFor(
  { type }: AuthProfile,
  { id }: ProviderSetup,
  path: PathName,
  version: string,
): boolean {
  const { subscription } = providerOf(id);
  if (type !== 'oauth' || !subscription) return true;
  // Before, audio asks with a key of its own (openclaw@2026.8.1:docs/nodes/audio.md).
  if (path === 'audio' && !isPromised('audio/openai-oauth-transcribes', version)) return false;
  return sellsSubscription(id, version) && !subscription.notFor?.includes(path);
}

/** Whether a path ended for want of a credential. */
export function wantsCredential({ outcome }: Observation): boolean {
  return outcome.kind === 'failure' && ['no-credential', 'nothing-selected'].includes(outcome.class);
}

/** Whether a path ended for want of a credential though the setup names a usable profile for it, and nothing else stands in the way. */
export function passesOver(
  { value, version }: Judged,
  observation: Observation,
  profile: AuthProfile,
): boolean {
  const { path } = observation;
  return (
    wantsCredential(observation) &&
    !endedInPreflight(observation) &&
    // One reference to nothing fails a strict command, whichever provider it is of.
    setupsOf(value).every((each) => isUnobstructed(each) && isReadByAll(value, each)) &&
    hasKeysBeside(value) &&
    isPaidFor(profile, value.provider, path, version)
  );
}
