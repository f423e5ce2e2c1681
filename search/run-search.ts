/** A whole search: subject installed, saved cases first, findings written to `cases/found/`. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Lane, PathName } from '../gateway/observation.ts';
import { installSubject } from '../gateway/subject/install.ts';
import { traitsOf } from '../gateway/subject/version-traits.ts';
import { BadInput } from '../generators/bad-input.ts';
import type { Case } from '../generators/case.ts';
import type { ProviderId } from '../generators/providers.ts';
import { fingerprintId, isCovered } from '../invariants/fingerprint.ts';
import { ALL_LAWS } from '../invariants/laws.ts';
import { type Baseline, entriesFor, expiredEntries, readBaseline } from './baseline.ts';
import { caseFileOf, readCaseFile, writeCaseFile } from './case-file.ts';
import { createEvaluator } from './evaluator.ts';
import { PACKAGE_ROOT } from './package-root.ts';
import type { Result } from './result.ts';
import { type SearchProgress, type Shard, search } from './search.ts';
import { staleEntries } from './stale-entries.ts';

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

export interface SearchRun {
  readonly result: Result;
  readonly providers: readonly ProviderId[];
  readonly foundFolder: string;
}

/** What the suite brings; what a run finds is written where it was started. */
const SAVED = path.join(PACKAGE_ROOT, 'cases');
const FOUND = path.join('cases', 'found');

/** @throws BadInput for a target that cannot be had, or a baseline or saved case that cannot be read */
export async function runSearch(options: RunSearchOptions): Promise<SearchRun> {
  const baseline: Baseline | null = options.baseline ? await readBaseline(options.baseline) : null;
  const subject = await installSubject(options.target, options.log);
  const providers = providersOf(subject.version, options.providers ?? null);
  const saved = (options.saved ? await savedCases() : []).filter((value) => usesOnly(value, providers));
  const evaluator = await createEvaluator(subject, options.workers);
  try {
    const known = new Set([
      ...entriesFor(baseline, subject.version).map(({ fingerprint }) => fingerprint),
      ...(options.alsoKnown ?? []),
    ]);
    const searched = await search(evaluator, { ...options, laws: ALL_LAWS, providers, saved, known });
    const met = searched.findings.map(({ fingerprint }) => fingerprint);
    const unmet = entriesFor(baseline, subject.version).filter(
      ({ fingerprint }) => !isCovered(fingerprint, met),
    );
    const replayed = options.replaysUnmet ? unmet : [];
    const result: Result = {
      ...searched,
      baseline: {
        stale: await staleEntries(evaluator, replayed, options.lane, (done) =>
          options.progress({
            phase: 'replaying known violations that were not met',
            done,
            total: replayed.length,
            findings: met.length,
          }),
        ),
        expired: expiredEntries(baseline, subject.version, new Date()),
        unmet: unmet.length,
        replayed: replayed.length,
      },
    };
    for (const finding of result.findings.filter(({ status }) => status !== 'known')) {
      const { law, paths, fingerprint } = finding;
      const file = path.join(FOUND, `${fingerprintId(fingerprint)}.json`);
      await writeCaseFile(file, caseFileOf(finding.case, { law, paths, fingerprint }, subject.version));
    }
    return { result, providers, foundFolder: FOUND };
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
