import type { Case } from '../../generators/case.ts';
import type { Observation } from '../../observation/observation.ts';
import { Coverage } from '../draw/coverage.ts';
import type { Judgement } from '../evaluate/judge-case.ts';
import { isSmaller, type Met } from '../settle/settle.ts';

/** The violations and observations of a search so far. */
export class Tally {
  readonly met = new Map<string, Met>();
  readonly coverage = new Coverage();
  readonly observed: Observation[] = [];
  achieved = 0;
  conforming = 0;

  add(value: Case, { observations, violations }: Judgement): void {
    for (const violation of violations) {
      const before = this.met.get(violation.fingerprint);
      const isFirst = !before || isSmaller(value, before.smallest);
      this.met.set(violation.fingerprint, {
        violation: isFirst ? violation : before.violation,
        smallest: isFirst ? value : before.smallest,
        count: (before?.count ?? 0) + 1,
      });
    }
    this.coverage.add(value, observations);
    this.observed.push(...observations);
    this.achieved += 1;
    if (violations.length === 0) this.conforming += 1;
  }
}
