/** Every law, and the judgement of one case by all of them. */
import { awsDefaultChainLaw } from './aws-default-chain.ts';
import { cooldown } from './cooldown.ts';
import { documentedPrecedence } from './documented-precedence.ts';
import { explicitChoice } from './explicit-choice.ts';
import { irrelevantChange } from './irrelevant-change.ts';
import { isolation } from './isolation.ts';
import type { Judged, Law, Violation } from './law.ts';
import { noDisclosure } from './no-disclosure.ts';
import { noEgress } from './no-egress.ts';
import { probeAgrees } from './probe-agrees.ts';
import { rightHost } from './right-host.ts';
import { rightKind } from './right-kind.ts';
import { sameCredential } from './same-credential.ts';
import { sameFailure } from './same-failure.ts';
import { statusAgrees } from './status-agrees.ts';
import { wellFormed } from './well-formed.ts';

export const ALL_LAWS: readonly Law[] = [
  sameCredential,
  sameFailure,
  documentedPrecedence,
  explicitChoice,
  wellFormed,
  rightKind,
  rightHost,
  probeAgrees,
  statusAgrees,
  isolation,
  cooldown,
  irrelevantChange,
  awsDefaultChainLaw,
  noDisclosure,
  noEgress,
];

/** The violations of a case, one for each fingerprint. */
export function judge(judged: Judged, laws: readonly Law[] = ALL_LAWS): Violation[] {
  const found = new Map<string, Violation>();
  for (const law of laws) {
    for (const violation of law.check(judged)) {
      if (!found.has(violation.fingerprint)) found.set(violation.fingerprint, violation);
    }
  }
  return [...found.values()];
}
