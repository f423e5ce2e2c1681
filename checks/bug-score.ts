/** The score of one bug in the search with one seed: the cases that were run for it, kept in a file. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { caseText } from '../generators/case.ts';
import { claimSchema } from '../invariants/violation.ts';
import { pathNameSchema } from '../observation/path-name.ts';
import { writeJson } from '../support/write-whole.ts';
import type { Bug, DrawnRun } from './drawn-cases.ts';

/** One case that was run for a bug. */
const attemptSchema = z.object({
  case: z.string(),
  paths: z.array(pathNameSchema).readonly(),
  /** The claim by which it shows the bug, on the fewest paths; null where it does not. */
  shown: claimSchema.nullable(),
  /** The ends of its smallest case on both builds, by the real command; null where none was asked. */
  verdict: z.object({ isHit: z.boolean(), note: z.string() }).nullable(),
});
type Attempt = z.infer<typeof attemptSchema>;

export class BugScore {
  readonly bug: Bug;
  readonly seed: number;
  readonly #candidates: readonly DrawnRun[];
  #attempts: readonly Attempt[];
  readonly #file: string;
  readonly #most: number;

  /**
   * @param candidates in the order in which they are run
   * @param kept the file of earlier attempts, which need not be there, and how many cases may be run
   */
  constructor(
    bug: Bug,
    seed: number,
    candidates: readonly DrawnRun[],
    { file, most }: { readonly file: string; readonly most: number },
  ) {
    [this.bug, this.seed, this.#candidates, this.#file, this.#most] = [bug, seed, candidates, file, most];
    const kept = existsSync(file) ? attemptSchema.array().parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
    // Other generators draw other cases.
    this.#attempts = kept.filter((attempt) => candidates.some((run) => isOf(attempt, run)));
  }

  /** The next case to run; null where one waits for its verdict, was a hit, or none is left. */
  get next(): DrawnRun | null {
    const isOver = this.#shown && this.#shown.verdict?.isHit !== false;
    if (isOver || this.#attempts.length >= this.#most) return null;
    return this.#candidates.find((run) => !this.#attempts.some((attempt) => isOf(attempt, run))) ?? null;
  }

  /** The case that shows the bug and has no verdict yet. */
  get pending(): { readonly run: DrawnRun; readonly claim: NonNullable<Attempt['shown']> } | null {
    const attempt = this.#shown;
    const run = attempt && this.#runOf(attempt);
    return run && attempt.shown && !attempt.verdict ? { run, claim: attempt.shown } : null;
  }

  /** The attempt that says most: a hit, else one without a verdict, else any that shows the bug. */
  get #shown(): Attempt | undefined {
    const shown = this.#attempts.filter((attempt) => attempt.shown);
    return shown.find(({ verdict }) => verdict?.isHit) ?? shown.find(({ verdict }) => !verdict) ?? shown[0];
  }

  #runOf(attempt: Attempt): DrawnRun | undefined {
    return this.#candidates.find((run) => isOf(attempt, run));
  }

  /** Keeps what the next case shows. */
  async add({ value, paths }: DrawnRun, shown: Attempt['shown']): Promise<void> {
    this.#attempts = [...this.#attempts, { case: caseText(value), paths, shown, verdict: null }];
    await writeJson(this.#file, this.#attempts);
  }

  /** Keeps the verdict of the pending case. */
  async decide(verdict: NonNullable<Attempt['verdict']>): Promise<void> {
    const decided = this.#shown;
    this.#attempts = this.#attempts.map((each) => (each === decided ? { ...each, verdict } : each));
    await writeJson(this.#file, this.#attempts);
  }

  toString(): string {
    const count = this.#candidates.length;
    const tried = this.#attempts.length;
    if (count === 0) return 'not drawn';
    if (tried === 0) return `${count} can show it, not run`;
    const shown = this.#shown;
    if (!shown) return `not shown by ${tried} of ${count}`;
    const place = `case ${this.#runOf(shown)?.number}`;
    if (!shown.verdict) return `met at ${place}`;
    return `${shown.verdict.isHit ? 'hit' : 'met, no hit'} at ${place}: ${shown.verdict.note}`;
  }
}

function isOf({ case: text, paths }: Attempt, run: DrawnRun): boolean {
  return text === caseText(run.value) && String(paths) === String(run.paths);
}
