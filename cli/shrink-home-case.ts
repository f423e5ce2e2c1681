/** `shrink` on a home: the fewest files and settings, and the same in the vocabulary of the generators where it has the words. */
import type { HomeCase } from '../home-case/home-case.ts';
import { liftedCase } from '../import/lifted-case.ts';
import type { Claim } from '../invariants/violation.ts';
import type { Lane } from '../observation/lane.ts';
import { liftedText, shrunkHomeText } from '../reports/shrunk-home-text.ts';
import type { Evaluator } from '../search/evaluate/evaluator.ts';
import { type CaseFile, caseFileOf, writeCaseFile } from '../search/saved/case-file.ts';
import { homeShows } from '../search/settle/home-shows.ts';
import { liftHome } from '../search/settle/lift-home.ts';
import { shrinkHome } from '../search/settle/shrink-home.ts';
import { BadInput } from '../support/bad-input.ts';
import { writeJsonNow } from '../support/write-whole.ts';

export interface ShrinkHomeOptions {
  readonly claim: Claim;
  readonly lane: Lane;
  readonly out: string;
  readonly deadline: number;
  readonly signal: AbortSignal;
  /** The content of the case file of a smaller home. */
  contentOf(value: HomeCase): CaseFile;
}

/** @returns the report */
export async function shrinkHomeCase(
  evaluator: Evaluator,
  start: HomeCase,
  { claim, lane, out, deadline, signal, contentOf }: ShrinkHomeOptions,
): Promise<string> {
  const { version } = evaluator.subject;
  const observe = evaluator.worker(0).warm(lane);
  const shrunk = await shrinkHome(start, homeShows(observe, start, version, claim), {
    deadline,
    signal,
    better: (value) => writeJsonNow(out, contentOf(value)),
  });
  await writeCaseFile(out, contentOf(shrunk.value));
  const written = [shrunkHomeText({ ...shrunk, claim, version }), `written to ${out}`];
  if (signal.aborted) return written.join('\n');
  const value = liftable(shrunk.value);
  if (value instanceof BadInput) return [...written, `not liftable: ${value.message}`].join('\n');
  const lifted = await liftHome(observe, shrunk.value, value.case, version, claim);
  if (!lifted) return written.join('\n');
  const file = out.replace(/(\.json)?$/, '.lifted.json');
  if (lifted.claim) await writeCaseFile(file, caseFileOf(lifted.case, lifted.claim, version));
  return [...written, liftedText({ ...lifted, leftOut: value.leftOut, file })].join('\n');
}

function liftable(value: HomeCase): ReturnType<typeof liftedCase> | BadInput {
  try {
    return liftedCase(value);
  } catch (error) {
    if (error instanceof BadInput) return error;
    throw error;
  }
}
