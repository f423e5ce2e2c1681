/** What is known of one bug in the search with one seed: the cases that were run for it, in a file. */
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
  /** What it shows of the bug, on the fewest paths; null where it does not. */
  shown: claimSchema.nullable(),
  /** What both builds do with its smallest case, by the real command; null where none was asked. */
  verdict: z.object({ isHit: z.boolean(), note: z.string() }).nullable(),
});
type Attempt = z.infer<typeof attemptSchema>;

export class BugScore {
  readonly bug: Bug;
  readonly seed: number;
  readonly #candidates: readonly DrawnRun[];
  readonly #attempts: Attempt[];
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
    const other = kept.findIndex((attempt, index) => !isOf(attempt, candidates[index]));
    this.#attempts = other < 0 ? kept : kept.slice(0, other);
  }

  /** The next case to run; null where one waits for its verdict, was a hit, or none is left. */
  get next(): DrawnRun | null {
    const last = this.#attempts.at(-1);
    const isOpen = !last?.shown || last.verdict?.isHit === false;
    return (isOpen && this.#attempts.length < this.#most && this.#candidates[this.#attempts.length]) || null;
  }

  /** The case that shows the bug and has no verdict yet. */
  get pending(): { readonly run: DrawnRun; readonly claim: NonNullable<Attempt['shown']> } | null {
    const last = this.#attempts.at(-1);
    const run = this.#candidates[this.#attempts.length - 1];
    return run && last?.shown && !last.verdict ? { run, claim: last.shown } : null;
  }

  /** Keeps what the next case shows. */
  async add({ value, paths }: DrawnRun, shown: Attempt['shown']): Promise<void> {
    this.#attempts.push({ case: caseText(value), paths, shown, verdict: null });
    await writeJson(this.#file, this.#attempts);
  }

  /** Keeps the verdict of the pending case. */
  async decide(verdict: NonNullable<Attempt['verdict']>): Promise<void> {
    const last = this.#attempts.pop();
    if (last) this.#attempts.push({ ...last, verdict });
    await writeJson(this.#file, this.#attempts);
  }

  toString(): string {
    const count = this.#candidates.length;
    const last = this.#attempts.at(-1);
    if (count === 0) return 'not drawn';
    const first = this.#candidates.slice(0, 3).map(({ number }) => number);
    if (!last) return `${count} qualify (${first.join(', ')}${count > 3 ? ' …' : ''}), not run`;
    const { number } = this.#candidates[this.#attempts.length - 1]!;
    if (!last.shown) return `not shown by ${this.#attempts.length} of ${count}`;
    if (!last.verdict) return `met at case ${number}`;
    return `${last.verdict.isHit ? 'hit' : 'met, no hit'} at case ${number}: ${last.verdict.note}`;
  }
}

function isOf({ case: text, paths }: Attempt, run: DrawnRun | undefined): boolean {
  return run !== undefined && text === caseText(run.value) && String(paths) === String(run.paths);
}
