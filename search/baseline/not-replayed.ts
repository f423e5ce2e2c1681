/** The findings of a baseline that a run does not replay, though it did not meet them. */
import { z } from 'zod';
import type { ProviderId } from '../../generators/providers/catalog.ts';
import type { SearchPlan } from '../search-plan.ts';
import type { KnownFinding } from './known-cause.ts';

/**
 * `survey`: a survey looks for what is new. `not-asked`: the plan replays none. `paths`, `providers`: the finding needs some
 * that the plan leaves out, so the run could not have met it.
 */
const reasonSchema = z.enum(['survey', 'not-asked', 'paths', 'providers']);
type Reason = z.infer<typeof reasonSchema>;

/** The number of findings that were not replayed, by the reason. */
export const notReplayedSchema = z.partialRecord(reasonSchema, z.number());
export type NotReplayed = z.infer<typeof notReplayedSchema>;

type Plan = Pick<SearchPlan, 'survey' | 'replaysUnmet' | 'paths' | 'gatewayPaths'>;

/** The findings that a run owes a replay, of those that it did not meet, and how many of the others there are. */
export function owedReplays(
  unmet: readonly KnownFinding[],
  plan: Plan,
  providers: readonly ProviderId[],
): { owed: KnownFinding[]; notReplayed: NotReplayed } {
  const { owed = [], ...others } = Object.groupBy(
    unmet,
    (finding) => reasonNotReplayed(finding, plan, providers) ?? 'owed',
  );
  const counts = Object.entries(others).map(([reason, findings]) => [reason, findings.length]);
  return { owed, notReplayed: Object.fromEntries(counts) };
}

function reasonNotReplayed(
  { paths, case: { provider, otherProvider } }: KnownFinding,
  plan: Plan,
  providers: readonly ProviderId[],
): Reason | null {
  if (plan.survey) return 'survey';
  if (!plan.replaysUnmet) return 'not-asked';
  const taken = [...plan.paths, ...plan.gatewayPaths];
  if (!paths.every((name) => taken.includes(name))) return 'paths';
  const used = otherProvider ? [provider.id, otherProvider.id] : [provider.id];
  return used.every((id) => providers.includes(id)) ? null : 'providers';
}
