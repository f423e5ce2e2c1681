import { credentialsKey, credentialsPattern, firstCredentials, outcomeText } from './behaviour.ts';
import { comparablePairs } from './comparability.ts';
import { fingerprint } from './fingerprint.ts';
import { familyOf, type Law, type Violation } from './law.ts';
import { credentialDifference } from './same-credential.ts';

/** Two paths that send different credentials end differently as a consequence: that is one finding, not two. */
export const sameFailure: Law = {
  id: 'same-failure',
  sentence: 'if one path fails, all fail in the same class',
  source: 'shared/design.md 1 and 6; shared/auth-contract.md 4 (classes)',
  check: (judged) =>
    comparablePairs(judged).flatMap((pair): Violation[] => {
      const { reference, other } = pair;
      if (outcomeText(reference) === outcomeText(other) || credentialDifference(pair)) return [];
      const describe = [reference, other].map(
        (each) => `${each.path}: ${outcomeText(each)} (${credentialsKey(firstCredentials(each))})`,
      );
      const behaviours = [reference, other].map(
        (each) => `${each.path}: ${outcomeText(each)}, ${credentialsPattern(firstCredentials(each))}`,
      );
      return [
        {
          law: 'same-failure',
          paths: [reference.path, other.path],
          detail: describe.join('; '),
          fingerprint: fingerprint('same-failure', familyOf(judged), behaviours),
        },
      ];
    }),
};
