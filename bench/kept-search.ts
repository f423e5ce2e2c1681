/** A survey of a build in parts, each kept in `.bench`: a stopped one goes on where it was. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { progressLine } from '../cli/progress-line.ts';
import { ALL_PATHS } from '../gateway/observation.ts';
import { traitsOf } from '../gateway/subject/version-traits.ts';
import { BadInput } from '../generators/bad-input.ts';
import { caseText } from '../generators/case.ts';
import { mergeResults } from '../search/merge.ts';
import { randomCases } from '../search/random-cases.ts';
import type { Result } from '../search/result.ts';
import { readResult } from '../search/result-file.ts';
import { runSearch } from '../search/run-search.ts';
import { writeJson } from '../search/write-whole.ts';

/** Where benchmarks keep what they found. */
export const KEPT = '.bench';

/** Cases of a part: a process of 2026.9.6 runs about twenty before it is replaced, so that fewer would cost more. */
const CASES_PER_PART = 100;

export interface KeptSearch {
  readonly target: string;
  readonly cases: number;
  readonly seed: number;
  readonly workers: number;
}

/** The file that a search keeps something in. */
export function keptFile({ target, cases, seed }: KeptSearch, name: string): string {
  return path.join(KEPT, `search-${path.basename(target)}-${cases}-${seed}-${name}.json`);
}

/**
 * What all parts met, with the smallest case of each fingerprint; nothing is shrunk or confirmed, and no promoted case is run:
 * what the suite already knows is no find.
 *
 * @throws BadInput for a target that cannot be had, or a search that other generators kept
 */
export async function keptSearch(search: KeptSearch, log: (line: string) => void): Promise<Result> {
  const parts = Math.ceil(search.cases / CASES_PER_PART);
  const results: Result[] = [];
  for (let index = 1; index <= parts; index++) {
    const file = keptFile(search, `${index}-of-${parts}`);
    if (!existsSync(file)) {
      log(`openclaw ${search.target}, ${search.cases} cases, seed ${search.seed}: part ${index} of ${parts}`);
      const { result } = await runSearch({
        ...search,
        baseline: null,
        shard: { index, count: parts },
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
      await writeJson(file, result);
    }
    const kept = await readResult(file);
    // At once: what is searched beside a part of other generators would be in vain.
    mustBeOfTheseGenerators(search, kept);
    results.push(kept);
  }
  return mergeResults(results);
}

/** @throws BadInput when what is kept was met in cases that today's generators do not make */
function mustBeOfTheseGenerators(
  { seed, cases, ...search }: KeptSearch,
  { subject, findings }: Result,
): void {
  const drawn = randomCases(traitsOf(subject.version).providers, seed, cases, ALL_PATHS, subject.version);
  const texts = new Set(drawn.map(caseText));
  if (findings.every((finding) => texts.has(caseText(finding.case)))) return;
  const files = keptFile({ seed, cases, ...search }, '*');
  throw new BadInput(`${files} were kept by other generators. Remove them to search anew.`);
}
