/**
 * Confirms a violation in fresh processes: by the real command where the paths have one, else in processes of
 * the embedded lane that ran nothing before. A violation that a running gateway showed is confirmed by gateways that were
 * started for it alone. A violation that shows in none of these was an accident of a warm process, or of the moment, and is
 * reported as flaky.
 */

import { needsGateway } from '../../generators/steps/step.ts';
import { type AnyCase, isHomeCase } from '../../home-case/any-case.ts';
import type { Claim } from '../../invariants/violation.ts';
import type { Lane } from '../../observation/lane.ts';
import type { Observation } from '../../observation/observation.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import { judgeCase, lawsOf } from '../evaluate/judge-case.ts';
import type { Finding } from '../result/result.ts';

export interface Confirmation {
  readonly lane: Finding['confirmedIn'];
  readonly observations: Observation[];
}

/**
 * @param index which worker confirms it, modulo their number
 * @param met the lane in which it was met
 */
export async function confirm(
  evaluator: Evaluator,
  value: AnyCase,
  violation: Claim,
  index: number,
  met: Lane,
): Promise<Confirmation> {
  const { version } = evaluator.subject;
  let observations: Observation[] = [];
  const steps = isHomeCase(value) ? null : value.steps;
  // Steps choose their lane, whatever that of the run: a gateway, of which another lane would be a second try, or commands.
  const isGatewayAlone = steps ? steps.some(needsGateway) : met === 'gateway';
  for (const lane of isGatewayAlone ? (['gateway'] as const) : (['cli', 'embedded'] as const)) {
    const judgement = await judgeCase(
      evaluator.worker(index).fresh(lane),
      value,
      version,
      violation.paths,
      lawsOf(violation),
    );
    observations = judgement?.observations ?? [];
    const same = judgement?.violations.some(({ fingerprint }) => fingerprint === violation.fingerprint);
    if (same && lane === 'gateway') return { lane: 'gateway, started for it', observations };
    // A path without a command was run in a fresh process of the other lane; chat may have gone through a gateway.
    const isCommand = observations.every((each) => each.lane !== 'embedded');
    if (same) return { lane: isCommand ? 'cli' : 'embedded in a fresh process', observations };
  }
  return { lane: null, observations };
}
