/** The end of a path, as it is compared with the end of another. */
import type { Case } from '../generators/case.ts';
import { setupsOf } from '../generators/secrets/canaries.ts';
import type { Observation } from '../observation/observation.ts';
import type { WireRequest } from '../observation/request.ts';
import { chat } from '../paths/chat.ts';
import { pathOf } from '../paths/paths.ts';
import { modelRequests, outcomeText } from './behaviour.ts';
import { factsOf } from './facts/facts-of.ts';
import type { JudgedAny } from './law.ts';

/**
 * A path that may choose its model and finds no key for any has nothing to choose, and media understanding leaves out a model that has
 * no key, also the one that its command names: both end for want of a key.
 *
 * @source openclaw@2026.9.6:docs/nodes/media-understanding.md ("Choose a model": the first with "auth available")
 */
export function endOf(judged: JudgedAny, observation: Observation): string {
  const end = outcomeText(observation);
  const path = pathOf(observation.path);
  const leavesOut = path.medium !== null || factsOf(judged).choosesByItself(path);
  return leavesOut && end === 'nothing-selected' ? 'no-credential' : end;
}

/**
 * Whether two paths end for one login that the provider refused to renew to both: media understanding leaves out a model without auth,
 * and the other path reports the profile.
 *
 * @source openclaw@2026.9.6:docs/nodes/media-understanding.md ("Choose a model": the first with "auth available");
 *   openclaw@2026.9.6:docs/concepts/oauth.md (a profile whose refresh fails is reported for re-authentication)
 */
export function endForOneLogin(...pair: readonly [Observation, Observation]): boolean {
  const [one, other] = pair.map(refusedRenewal);
  return Boolean(one && other && one.host === other.host) && pair.some(leavesOutModel);
}

/**
 * Whether chat does not know its model for want of what another path calls a missing credential: a provider that neither an entry nor a
 * profile configures brings no models.
 *
 * @source openclaw@2026.6.11:docs/help/faq-models.md ('Why do I see "Unknown model: minimax/MiniMax-M3"?': "no MiniMax provider config or
 *   auth profile was found"); openclaw@2026.3.13:docs/providers/minimax.md ("Unknown model": "isn't configured")
 */
export function endForUnconfigured(judged: JudgedAny, reference: Observation, other: Observation): boolean {
  if (reference.path !== chat.name || outcomeText(reference) !== 'unknown-model') return false;
  const isSilent = [reference, other].every((each) => modelRequests(each).length === 0);
  if (!isSilent || endOf(judged, other) !== 'no-credential') return false;
  const facts = factsOf(judged);
  const { provider } = reference.model;
  return !facts.hasEntry(provider) && facts.mayBe((value) => !hasProfile(value, provider));
}

function hasProfile(value: Case, provider: string): boolean {
  return setupsOf(value).some(({ id, profiles }) => id === provider && profiles.length > 0);
}

function leavesOutModel(observation: Observation): boolean {
  return pathOf(observation.path).medium !== null && outcomeText(observation) === 'nothing-selected';
}

/** The request for a new login that was refused to a path, which then asked no model. */
function refusedRenewal(observation: Observation): WireRequest | null {
  if (observation.outcome.kind !== 'failure' || modelRequests(observation).length > 0) return null;
  const asked = observation.requests.findLast(({ purpose }) => purpose === 'provider');
  return asked?.method === 'POST' && asked.status >= 400 ? asked : null;
}
