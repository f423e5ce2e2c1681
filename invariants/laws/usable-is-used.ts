import { describePlace } from '../../generators/secrets/place.ts';
import type { Observation } from '../../observation/observation.ts';
import { modelRequests } from '../behaviour.ts';
import { familyOf, type Judged, type Law, observed } from '../law.ts';
import { type Deviation, violationsOf } from '../violation.ts';
import { usablePlaceOf } from './usable-place.ts';

/**
 * Equality of paths says nothing where every path overlooks a credential. Judged only where nothing in the setup could
 * stand in the way: no order, pin or mode, no reference to nothing, no odd text.
 */
export const usableIsUsed: Law = {
  id: 'usable-is-used',
  sentence: 'no path ends for want of a credential where its provider has one that can be used',
  source:
    'openclaw@2026.9.6:docs/concepts/oauth.md (an expired access token is refreshed); openclaw@2026.9.6:docs/auth-credential-semantics.md (eligibility); openclaw@2026.9.6:docs/help/environment.md',
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
  // Beside a chat that is answered, same-failure says it.
  if (chat?.outcome.kind === 'answer' && chat.model.provider === model.provider) return [];
  const isForWant = outcome.kind === 'failure' && outcome.class === 'no-credential';
  if (!isForWant || modelRequests(observation).length > 0) return [];
  const place = usablePlaceOf(value, observation, version);
  if (!place) return [];
  return [
    {
      path,
      reference: null,
      behaviour: `no-credential beside a usable ${place.holder}`,
      detail: `${path} finds no credential, ${describePlace(place)} can be used`,
    },
  ];
}
