/**
 * What the main job runs: deterministic, so that a red PR is red again when it is run again.
 *
 * The seed is made from the suite's and the subject's version, unless one is given.
 */
import { existsSync } from 'node:fs';
import os from 'node:os';
import { z } from 'zod';
import { ALL_PATHS } from '../gateway/observation.ts';
import { DEFAULT_TARGET } from '../gateway/subject/subject.ts';
import type { RunSearchOptions } from '../search/run-search.ts';
import { seedOf } from '../search/seed.ts';
import { SHRINK_TRIES } from '../search/shrink.ts';

const number = z.coerce.number().int().positive();
const environmentSchema = z.object({
  OPENCLAW_TARGET: z.string().default(DEFAULT_TARGET),
  CONFORMANCE_SEED: number.optional(),
  /** What two cores run in four to eight minutes; the report names the declared pairs that these do not reach. */
  CONFORMANCE_CASES: number.default(22),
  CONFORMANCE_BASELINE: z.string().default('baselines/openclaw.json'),
});

export function conformanceOptions(
  environment: NodeJS.ProcessEnv,
): Omit<RunSearchOptions, 'log' | 'progress'> {
  const parsed = environmentSchema.parse(environment);
  const target = parsed.OPENCLAW_TARGET;
  const baseline = parsed.CONFORMANCE_BASELINE;
  return {
    target,
    seed: parsed.CONFORMANCE_SEED ?? seedOf(target),
    cases: parsed.CONFORMANCE_CASES,
    paths: ALL_PATHS,
    lane: 'embedded',
    workers: os.availableParallelism(),
    baseline: existsSync(baseline) ? baseline : null,
    deadline: Number.POSITIVE_INFINITY,
    // A release is gated on what holds no longer; a change is judged by what is new.
    replaysUnmet: false,
    // The report lists them; `run` and `gate`, which have the time, are red for one.
    allowGaps: true,
    shard: null,
    saved: true,
    survey: false,
    shrinkTries: SHRINK_TRIES,
  };
}
