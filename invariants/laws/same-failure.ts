import type { Observation } from '../../observation/observation.ts';
import {
  credentialsHolder,
  credentialsText,
  firstCredentials,
  modelRequests,
  outcomeText,
  rotates,
} from '../behaviour.ts';
import { comparablePairs } from '../comparability.ts';
import { endForOneLogin, endForUnconfigured, endOf } from '../compared-end.ts';
import { factsOf } from '../facts/facts-of.ts';
import { familyOf, type GeneralLaw, type JudgedAny, outcomesMayDiffer } from '../law.ts';
import { violationsOf } from '../violation.ts';
import { credentialDifference } from './same-credential.ts';

/** Two paths that send different credentials end differently as a consequence: that is one finding, not two. */
export const sameFailure: GeneralLaw = {
  id: 'same-failure',
  sentence: 'if one path fails, all fail in the same class',
  source:
    'openclaw@2026.9.6:docs/nodes/media-understanding.md ("the same auth resolution as normal model calls")',
  judges: (judged) => comparablePairs(judged).length > 0,
  check: (judged) =>
    violationsOf(
      'same-failure',
      familyOf(judged),
      comparablePairs(judged).flatMap((pair) => {
        const { reference, other } = pair;
        if (outcomesMayDiffer(judged, reference, other) || endsByModel(judged, other)) return [];
        // An agent run that tries another credential after a refusal may end better than what does not promise to.
        if (rotates(reference) !== rotates(other)) return [];
        if (endOf(judged, reference) === endOf(judged, other) || credentialDifference(pair)) return [];
        if (endForOneLogin(reference, other) || endForUnconfigured(judged, reference, other)) return [];
        const [left, right] = [firstCredentials(reference), firstCredentials(other)];
        const describe = (each: Observation) =>
          `${each.path}: ${outcomeText(each)} (${credentialsText(firstCredentials(each))})`;
        // Two that begin with one credential differ in how they end; else one sends what the other does not have.
        const behaviour = (each: Observation) =>
          left && right
            ? `${outcomeText(each)}, the same credential`
            : firstCredentials(each)
              ? `sends ${credentialsHolder(firstCredentials(each))}`
              : outcomeText(each);
        return [
          {
            path: other.path,
            reference: { path: reference.path, behaviour: behaviour(reference) },
            behaviour: behaviour(other),
            detail: `${describe(reference)}; ${describe(other)}`,
          },
        ];
      }),
    ),
};

/** Classes of a model that cannot be asked, whatever the credentials. */
const OF_THE_MODEL: readonly string[] = ['refused-address', 'unknown-model', 'other'];

/**
 * Whether a model could not be asked beside one to fall back on: of chat, which may go on to another model of the same provider, no
 * request tells then which model answered.
 *
 * @source openclaw@2026.9.6:docs/concepts/model-failover.md (a turn goes on to the next fallback)
 */
function endsByModel(judged: JudgedAny, other: Observation): boolean {
  const sentNothing = other.outcome.kind === 'failure' && modelRequests(other).length === 0;
  return factsOf(judged).hasFallback && sentNothing && OF_THE_MODEL.includes(outcomeText(other));
}
