/** A survey of a build whose observations are kept in `.bench`: a stopped one goes on where it was. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { progressLine } from '../cli/progress-line.ts';
import { ALL_PATHS } from '../observation/path-name.ts';
import { type KeptObservations, keptObservations } from '../search/evaluate/kept-observations.ts';
import type { Result } from '../search/result/result.ts';
import { runSearch } from '../search/run-search.ts';
import { PACKAGE_ROOT } from '../support/package-root.ts';

/** Where benchmarks keep what they found. */
export const KEPT = '.bench';

/** What decides what is observed in a case: laws and reports do not. */
const OBSERVING = ['generators', 'gateway', 'mocks'];

export interface KeptSearch {
  readonly target: string;
  readonly cases: number;
  readonly seed: number;
  readonly workers: number;
}

/** What was observed of a target by the sources as they are; those of other sources are of another file. */
export function keptOf(target: string): KeptObservations {
  const name = `observations-${path.basename(target)}-${sourcesDigest()}.jsonl`;
  return keptObservations(path.join(KEPT, name));
}

/**
 * What the cases met, with the smallest case of each fingerprint; nothing is shrunk or confirmed, and no promoted case is run:
 * what the suite already knows is no find.
 *
 * @throws BadInput for a target that cannot be had
 */
export async function keptSearch(search: KeptSearch, log: (line: string) => void): Promise<Result> {
  log(`openclaw ${search.target}, ${search.cases} cases, seed ${search.seed}`);
  return runSearch({
    ...search,
    kept: keptOf(search.target),
    baseline: null,
    shard: null,
    paths: ALL_PATHS,
    lane: 'embedded',
    survey: true,
    saved: false,
    shrinkTries: 0,
    allowGaps: false,
    deadline: Number.POSITIVE_INFINITY,
    replaysUnmet: false,
    log,
    progress: progressLine(process.stderr, Number.POSITIVE_INFINITY),
  });
}

function sourcesDigest(): string {
  const hash = createHash('sha256');
  for (const folder of OBSERVING) {
    const names = readdirSync(path.join(PACKAGE_ROOT, folder), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((each) => each.endsWith('.ts') && !each.endsWith('.test.ts')).sort()) {
      hash.update(name).update(readFileSync(path.join(PACKAGE_ROOT, folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 8);
}
