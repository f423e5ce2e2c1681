import type { Law } from '../../invariants/law.ts';
import type { SearchPlan } from '../search-plan.ts';
import { allRuns, type Candidate, type CaseRun, chooseRuns } from './choose-runs.ts';
import { withGatewayPaths } from './gateway-runs.ts';
import { randomCases } from './random-cases.ts';
import { isIn } from './shard.ts';
import type { Space } from './space.ts';
import { stepsCases } from './steps-cases.ts';

/** Cases with steps as a part of those that were asked for: each takes several paths, and starts a gateway where it needs one. */
const STEPS_TO_CASES = 1 / 10;

/**
 * The runs that a search begins with: promoted cases, then random ones, and among these the cases with steps. These
 * mostly wait, and other runs use that time.
 *
 * @returns those of the plan's shard, and how many all shards have
 */
export function plannedRuns(
  plan: SearchPlan,
  promoted: readonly Candidate[],
  space: Space,
  laws: readonly Law[],
): { runs: CaseRun[]; total: number } {
  const { seed, paths, gatewayPaths, lane, shard } = plan;
  const random = randomCases(space, seed, plan.cases);
  const count = plan.steps ?? Math.ceil(plan.cases * STEPS_TO_CASES);
  const stepping = stepsCases({ ...space, paths: [...paths, ...gatewayPaths] }, seed, count, lane);
  const candidates = [...promoted, ...random.map((value) => ({ value, claimed: null }))];
  const chosen = plan.allPaths
    ? allRuns(
        candidates.map(({ value }) => value),
        paths,
        laws,
      )
    : chooseRuns(candidates, space, laws);
  const lists = {
    promoted: chosen.slice(0, promoted.length),
    random: withGatewayPaths(chosen.slice(promoted.length), gatewayPaths, space, laws),
    stepping: allRuns(stepping, paths, laws),
  };
  // Each list by itself, so that every shard has its part of each.
  const own = (runs: readonly CaseRun[]) => runs.filter((_, index) => isIn(shard, index));
  const { length } = Object.values(lists).flat();
  return {
    runs: [...own(lists.promoted), ...spread(own(lists.random), own(lists.stepping))],
    total: length,
  };
}

/** Some among many, at equal distances. */
function spread<T>(many: readonly T[], some: readonly T[]): T[] {
  const placed = (items: readonly T[]) =>
    items.map((item, index) => ({ item, at: (index + 1) / (items.length + 1) }));
  const all = [...placed(many), ...placed(some)].toSorted((a, b) => a.at - b.at);
  return all.map(({ item }) => item);
}
