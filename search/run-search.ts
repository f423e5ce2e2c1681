/** A whole search: subject installed, promoted cases first, the baseline replayed. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { installSubject } from '../gateway/subject/install.ts';
import { traitsOf } from '../gateway/versions/traits.ts';
import type { Case } from '../generators/case.ts';
import type { ProviderId } from '../generators/providers/catalog.ts';
import { isCovered } from '../invariants/fingerprint.ts';
import { ALL_LAWS } from '../invariants/laws.ts';
import type { Lane } from '../observation/lane.ts';
import type { PathName } from '../observation/path-name.ts';
import { BadInput } from '../support/bad-input.ts';
import { PACKAGE_ROOT } from '../support/package-root.ts';
import {
  type Baseline,
  type BaselineEntry,
  entriesFor,
  expiredEntries,
  readBaseline,
} from './baseline/baseline.ts';
import { replayUnmet } from './baseline/replay-unmet.ts';
import { isIn, type Shard } from './draw/shard.ts';
import { createEvaluator } from './evaluate/evaluator.ts';
import type { KeptObservations } from './evaluate/kept-observations.ts';
import type { Result } from './result/result.ts';
import { readCaseFile } from './saved/case-file.ts';
import { missingPart } from './saved/replay-case.ts';
import { type SearchProgress, search, settleDeadline } from './search.ts';

export interface RunSearchOptions {
  readonly shard: Shard | null;
  /** How many candidates may be run to shrink one finding. */
  readonly shrinkTries: number;
  /** Whether to leave new violations as they were met. */
  readonly survey: boolean;
  /** Fingerprints that are known beside those of the baseline. */
  readonly alsoKnown?: readonly string[];
  readonly target: string;
  readonly seed: number;
  readonly cases: number;
  readonly paths: readonly PathName[];
  /** Only these; null: every one that the build has. */
  readonly providers?: readonly ProviderId[] | null;
  readonly lane: Lane;
  readonly workers: number;
  /** Earlier observations, and the file to add to; absent: nothing is kept. */
  readonly kept?: KeptObservations;
  /** A baseline file; null for none. */
  readonly baseline: string | null;
  readonly deadline: number;
  /** Whether the promoted cases are run before the random ones. */
  readonly saved: boolean;
  /** Whether entries of the baseline that the run did not meet are replayed, to find those that hold no longer. */
  readonly replaysUnmet: boolean;
  /** Whether declared pairs may stay unreached. */
  readonly allowGaps: boolean;
  readonly log: (line: string) => void;
  readonly progress: (state: SearchProgress) => void;
}

/** The cases that the suite brings. */
const SAVED = path.join(PACKAGE_ROOT, 'cases');

/** @throws BadInput for a target that cannot be had, or a baseline or saved case that cannot be read */
export async function runSearch(options: RunSearchOptions): Promise<Result> {
  const baseline: Baseline | null = options.baseline ? await readBaseline(options.baseline) : null;
  const subject = await installSubject(options.target, options.log);
  const providers = providersOf(subject.version, options.providers ?? null);
  const promoted = options.saved ? await savedCases() : [];
  const saved = promoted.filter(
    (value) => usesOnly(value, providers) && !missingPart(value, subject.version),
  );
  if (saved.length < promoted.length)
    options.log(
      `${promoted.length - saved.length} promoted cases need what the build, or --providers, does not have`,
    );
  const started = Date.now();
  const evaluator = await createEvaluator(subject, options.workers, options.kept);
  try {
    const known = new Set([
      ...entriesFor(baseline, subject.version).map(({ fingerprint }) => fingerprint),
      ...(options.alsoKnown ?? []),
    ]);
    const searched = await search(evaluator, { ...options, laws: ALL_LAWS, providers, saved, known });
    const met = searched.findings.map(({ fingerprint }) => fingerprint);
    const entries = entriesFor(baseline, subject.version);
    const isUnmet = ({ fingerprint }: BaselineEntry) => !isCovered(fingerprint, met);
    // Shards share the work: each replays its part of the baseline, where it did not meet it.
    const dealt = entries.filter((_, index) => isIn(options.shard, index)).filter(isUnmet);
    const replays = await replayUnmet(evaluator, options.replaysUnmet ? dealt : [], {
      lane: options.lane,
      deadline: settleDeadline(options.deadline, started),
      progress: (done, total) =>
        options.progress({
          phase: 'replaying known violations that were not met',
          done,
          total,
          findings: met.length,
        }),
    });
    return {
      ...searched,
      baseline: {
        ...replays,
        expired: expiredEntries(baseline, subject.version, new Date()),
        unmet: entries.filter(isUnmet).map(({ fingerprint }) => fingerprint),
      },
    };
  } finally {
    await evaluator.close();
  }
}

/** @throws BadInput for a provider that the build does not have */
function providersOf(version: string, wanted: readonly ProviderId[] | null): readonly ProviderId[] {
  const { providers } = traitsOf(version);
  const missing = wanted?.filter((id) => !providers.includes(id)) ?? [];
  if (missing.length > 0) {
    throw new BadInput(
      `--providers ${missing.join(',')}: openclaw ${version} has no such provider. It has ${providers.join(', ')}.`,
    );
  }
  return wanted ?? providers;
}

/** The promoted cases, `cases/*.json`: replayed before any random one. */
async function savedCases(): Promise<Case[]> {
  if (!existsSync(SAVED)) return [];
  const files = (await readdir(SAVED)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(files.map(async (name) => (await readCaseFile(path.join(SAVED, name))).case));
}

function usesOnly(value: Case, providers: readonly ProviderId[]): boolean {
  const used = [value.provider.id, ...(value.otherProvider ? [value.otherProvider.id] : [])];
  return used.every((id) => providers.includes(id));
}
