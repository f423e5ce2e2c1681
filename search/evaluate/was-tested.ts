import type { Observation } from '../../observation/observation.ts';
import type { FailureClass } from '../../observation/outcome.ts';

/** How a path ends that says nothing of credentials: it did not come to one, or not to an end. */
const UNTESTED: readonly FailureClass[] = ['bad-config', 'no-turn', 'crashed', 'timed-out'];

/** Whether what a path did can be judged: the build has it, and it ran as far as to its credential. */
export function wasTested({ outcome }: Observation): boolean {
  return outcome.kind === 'answer' || (outcome.kind === 'failure' && !UNTESTED.includes(outcome.class));
}
