/** The cases that a default search of a build begins with, and those among them that can show a bug. */
import { z } from 'zod';
import { askedModel } from '../gateway/asked/unsupported-reason.ts';
import type { Case } from '../generators/case.ts';
import { providerOf } from '../generators/providers/catalog.ts';
import { lawIdSchema } from '../invariants/law-id.ts';
import { ALL_LAWS } from '../invariants/laws.ts';
import { type PathName, pathNameSchema } from '../observation/path-name.ts';
import { laneOfPath, pathOf } from '../paths/paths.ts';
import type { CaseRun } from '../search/draw/choose-runs.ts';
import { plannedRuns } from '../search/draw/planned-runs.ts';
import { spaceOf } from '../search/draw/space.ts';
import { searchPlan } from '../search/search-plan.ts';

export const bugSchema = z.strictObject({
  id: z.string(),
  /** Whether it is one of the 29 by which the suite is scored. */
  core: z.boolean(),
  target: z.string(),
  fixed: z.string(),
  /** The laws that it breaks. */
  laws: z.array(lawIdSchema).min(1),
  /** A pattern of the fingerprint: law, paths and failure. */
  fingerprint: z.string(),
  /** Families of providers that can show it; null: any. */
  families: z.array(z.string()).nullable(),
  /** Paths of which one must run beside chat; none where chat is enough. */
  paths: z.array(pathNameSchema),
  /** A pattern of a case as JSON: what the bug needs in its setup; null for nothing else. */
  setup: z.string().nullable(),
  /** A pattern of the cases that are tried first: nothing in them hides the bug. Null: in the order drawn. */
  likely: z.string().nullable(),
});
export type Bug = z.infer<typeof bugSchema>;

/** A run of a search. */
export interface DrawnRun extends CaseRun {
  /** Its place among the cases of the search, from 1. */
  readonly number: number;
}

/** The first cases of a search of a version with a seed, each with the paths and laws that the search takes. */
export function drawnRuns(target: string, seed: number, cases: number): DrawnRun[] {
  // No promoted case is run: what the suite already knows is no find.
  const plan = searchPlan({ target, seed, cases, promoted: false });
  const { runs } = plannedRuns(plan, [], spaceOf({ version: target }, plan.paths), ALL_LAWS);
  return runs.slice(0, cases).map((run, index) => ({ ...run, number: index + 1 }));
}

/**
 * The runs that can show a bug: its setup, on a path that tells; the likely ones first. Of what the search runs of each, those
 * paths and laws are left that can tell of the bug: the others do not change what these do.
 */
export function qualifyingRuns(bug: Bug, runs: readonly DrawnRun[]): DrawnRun[] {
  const tells = (value: Case, path: PathName) =>
    path === 'chat' ||
    (bug.paths.includes(path) &&
      !askedModel(value, pathOf(path), bug.target, laneOfPath(path, 'embedded')).unsupported);
  const isLikely = ({ value }: DrawnRun) => matches(bug.likely, value);
  return runs
    .filter(
      ({ value, paths }) =>
        hasSetup(bug, value) &&
        (bug.paths.length === 0 || paths.some((path) => path !== 'chat' && tells(value, path))),
    )
    .sort((a, b) => Number(isLikely(b)) - Number(isLikely(a)))
    .map((run) => ({
      ...run,
      paths: run.paths.filter((path) => tells(run.value, path)),
      laws: run.laws.filter(({ id }) => bug.laws.includes(id)),
    }));
}

/** Whether a case has what a bug needs. */
export function hasSetup({ families, setup }: Bug, value: Case): boolean {
  return (families?.includes(providerOf(value.provider.id).family) ?? true) && matches(setup, value);
}

/** The second provider is left out: it only stands beside. */
function matches(pattern: string | null, value: Case): boolean {
  return pattern === null || new RegExp(pattern).test(JSON.stringify({ ...value, otherProvider: null }));
}
