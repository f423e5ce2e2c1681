/**
 * Runs the cases of findings on the paths that were left out of them, so that a finding names every path that deviates
 * alike.
 */
import { type Case, caseText } from '../../generators/case.ts';
import type { Law } from '../../invariants/law.ts';
import { ALL_PATHS } from '../../observation/path-name.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import { judgeCase } from '../evaluate/judge-case.ts';
import { mapRoundRobin } from '../evaluate/map-round-robin.ts';
import type { Finding } from '../result/result.ts';
import type { Tally } from '../result/tally.ts';
import type { SearchPlan } from '../search-plan.ts';

export interface CompleteOptions {
  readonly plan: Pick<SearchPlan, 'lane' | 'paths'>;
  readonly laws: readonly Law[];
  /** Milliseconds since the epoch after which no further case is run. */
  readonly deadline: number;
}

/**
 * @param findings those that are completed
 * @returns those that are new, or have a smaller case now
 */
export async function completeFindings(
  evaluator: Evaluator,
  tally: Tally,
  findings: readonly Finding[],
  { plan, laws, deadline }: CompleteOptions,
): Promise<Finding[]> {
  const byText = new Map(findings.map(({ case: value }): [string, Case] => [caseText(value), value]));
  const cases = [...byText.keys()].sort().map((text) => byText.get(text)!);
  // A metamorphic law looks at the paths that are run in every case.
  const plain = laws.filter(({ variant }) => !variant);
  // A run may have taken doors of a gateway that others do not.
  const pathsOf = (value: Case) => {
    const shown = findings
      .filter((each) => caseText(each.case) === caseText(value))
      .flatMap((each) => each.paths);
    return ALL_PATHS.filter((path) => plan.paths.includes(path) || shown.includes(path));
  };
  const judgements = await mapRoundRobin(cases, evaluator.workers, (value, index) =>
    judgeCase(
      evaluator.worker(index).warm(plan.lane, deadline),
      value,
      evaluator.subject.version,
      pathsOf(value),
      plain,
    ),
  );
  return cases.flatMap((value, index) => tally.complete(value, judgements[index]?.violations ?? []));
}
