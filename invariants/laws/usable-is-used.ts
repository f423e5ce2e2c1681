import type { Case } from '../../generators/case.ts';
import { describePlace, type Place } from '../../generators/secrets/place.ts';
import type { Observation } from '../../observation/observation.ts';
import { pathOf } from '../../paths/paths.ts';
import { modelRequests, outcomeText } from '../behaviour.ts';
import { familyOf, type Judged, type Law, observed } from '../law.ts';
import { type Deviation, violationsOf } from '../violation.ts';
import { wantsCredential } from './unobstructed.ts';
import { usablePlaceOf } from './usable-place.ts';

/**
 * Equality of paths says nothing where every path overlooks a credential. Judged only where nothing in the setup could
 * stand in the way: no order, pin or mode, no reference to nothing, no odd text.
 */
export const usableIsUsed: Law = {
  id: 'usable-is-used',
  sentence: 'no path ends for want of a credential where its provider has one that can be used',
  source:
    'openclaw@2026.9.6:docs/concepts/oauth.md (an expired access token is refreshed); openclaw@2026.9.6:docs/auth-credential-semantics.md (eligibility); openclaw@2026.9.6:docs/help/environment.md; openclaw@2026.6.11:docs/help/faq-models.md ("Unknown model": the provider is not configured)',
  check: (judged) =>
    violationsOf(
      'usable-is-used',
      familyOf(judged),
      judged.observations.flatMap(({ path }) => {
        const observation = observed(judged, path);
        return observation ? overlooked(judged, observation) : [];
      }),
    ),
};

function overlooked(judged: Judged, observation: Observation): Deviation[] {
  const { value, version } = judged;
  const { path, model, outcome } = observation;
  const chat = observed(judged, 'chat');
  // Beside a chat that is answered, same-failure says it of each path that is compared.
  const isCompared = pathOf(path).comparedFrom !== null;
  if (isCompared && chat?.outcome.kind === 'answer' && chat.model.provider === model.provider) return [];
  const isForWant = isCompared
    ? outcome.kind === 'failure' && outcome.class === 'no-credential'
    : wantsCredential(observation);
  const isUnknown = outcomeText(observation) === 'unknown-model' && isSaidOfConfigured(value, observation);
  if (!(isForWant || isUnknown) || modelRequests(observation).length > 0) return [];
  const place = usablePlaceOf(value, observation, version);
  if (!place || (isUnknown && !CONFIGURES.includes(place.holder))) return [];
  return [
    {
      path,
      reference: null,
      behaviour: `${outcomeText(observation)} beside a usable ${place.holder}`,
      detail: `${path} ${isUnknown ? 'calls its model unknown' : 'finds no credential'}, ${describePlace(place)} can be used`,
    },
  ];
}

/** The credentials by which a provider is configured, so that its models are known. */
const CONFIGURES: readonly Place['holder'][] = ['profile', 'refreshed token', 'default credentials file'];

/**
 * Whether a turn says of a model of the catalog that it is unknown: of a provider that is configured that is as much as to find no
 * credential. Other paths know other lists of models.
 *
 * @source openclaw@2026.9.6:docs/providers/minimax.md, openclaw@2026.6.11:docs/help/faq-models.md ("Unknown model": "no MiniMax provider
 *   config or auth profile was found"), in openclaw@2026.3.13:docs/help/faq.md as well
 */
function isSaidOfConfigured(
  { provider, otherProvider, fallback }: Case,
  { path, model }: Observation,
): boolean {
  const setup = [provider, otherProvider].find((each) => each?.id === model.provider);
  return path === 'chat' && fallback === null && setup?.modelId === 'known' && setup.entry === null;
}
