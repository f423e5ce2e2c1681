import type { Observation } from '../gateway/observation.ts';
import { credentialsKey, credentialsPattern, firstCredentials, outcomeText } from './behaviour.ts';
import { comparablePairs } from './comparability.ts';
import { violationsOf } from './fingerprint.ts';
import { familyOf, type Judged, type Law } from './law.ts';
import { credentialDifference } from './same-credential.ts';

/** Two paths that send different credentials end differently as a consequence: that is one finding, not two. */
export const sameFailure: Law = {
  id: 'same-failure',
  sentence: 'if one path fails, all fail in the same class',
  source: 'shared/design.md 1 and 6; shared/auth-contract.md 4 (classes)',
  check: (judged) =>
    violationsOf(
      'same-failure',
      familyOf(judged),
      comparablePairs(judged).flatMap((pair) => {
        const { reference, other } = pair;
        if (endOf(judged, reference) === endOf(judged, other) || credentialDifference(pair)) return [];
        // Where both begin with one credential, what it is and where it was kept is not what they differ in.
        const alike = firstCredentials(reference) !== null && firstCredentials(other) !== null;
        const describe = (each: Observation) =>
          `${each.path}: ${outcomeText(each)} (${credentialsKey(firstCredentials(each))})`;
        const pattern = (each: Observation) =>
          `${outcomeText(each)}, ${alike ? 'the same credential' : credentialsPattern(firstCredentials(each))}`;
        return [
          {
            path: other.path,
            reference: { path: reference.path, pattern: pattern(reference) },
            pattern: pattern(other),
            detail: `${describe(reference)}; ${describe(other)}`,
          },
        ];
      }),
    ),
};

/** A path that may choose its model and finds no key for any has nothing to choose: it ends for want of a key. */
function endOf({ value }: Judged, observation: Observation): string {
  const end = outcomeText(observation);
  return value.mediaSelection === 'automatic' && end === 'nothing-selected' ? 'no-credential' : end;
}
