/** Every law, and the judgement of one case by all of them. */
import type { Judged, Law, Violation } from './law.ts';
import { noDisclosure } from './no-disclosure.ts';
import { noEgress } from './no-egress.ts';
import { probeAgrees } from './probe-agrees.ts';
import { rightHost } from './right-host.ts';
import { sameCredential } from './same-credential.ts';
import { sameFailure } from './same-failure.ts';
import { wellFormed } from './well-formed.ts';

export const ALL_LAWS: readonly Law[] = [
  sameCredential,
  sameFailure,
  wellFormed,
  rightHost,
  probeAgrees,
  noDisclosure,
  noEgress,
];

/** The violations of a case, one for each fingerprint. */
export function judge(judged: Judged): Violation[] {
  const found = new Map<string, Violation>();
  for (const law of ALL_LAWS) {
    for (const violation of law.check(judged)) {
      if (!found.has(violation.fingerprint)) found.set(violation.fingerprint, violation);
    }
  }
  return [...found.values()];
}
