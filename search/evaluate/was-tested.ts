import type { Observation } from '../../observation/observation.ts';
import type { FailureClass } from '../../observation/outcome.ts';

/** Outcomes that say nothing of credentials: the path came to no credential, or to no end. */
const UNTESTED: readonly FailureClass[] = ['bad-config', 'no-turn', 'crashed', 'interrupted', 'timed-out'];

/** Whether what a path did can be judged: the build has it, and it ran as far as to its credential. */
export function wasTested({ outcome }: Observation): boolean {
  return outcome.kind === 'answer' || (outcome.kind === 'failure' && !UNTESTED.includes(outcome.class));
}
