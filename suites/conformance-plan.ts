/**
 * The options of the main job. They are deterministic, so that a failing pull request fails again when it is run
 * again.
 *
 * The seed is made from the suite's and the subject's version, unless one is given.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { seedOf } from '../search/draw/seed.ts';
import { type SearchPlan, searchPlan } from '../search/search-plan.ts';
import { BadInput } from '../support/bad-input.ts';
import { firstIssue } from '../support/first-issue.ts';

const BASELINE = 'baselines/openclaw.json';
/** Random cases, which reach every declared pair of a build. Who asks for fewer is shown the pairs that they do not reach. */
const CASES = 120;
/** Cases with steps, two of commands and one of a gateway: each takes half a minute to one and a half. */
const STEPS_CASES = 3;
const environmentSchema = z.object({
  OPENCLAW_TARGET: z.string().default(DEFAULT_TARGET),
  CONFORMANCE_SEED: z.coerce.number().int().optional(),
  CONFORMANCE_CASES: z.coerce.number().int().positive().default(CASES),
  CONFORMANCE_BASELINE: z.string().optional(),
});

/** @throws BadInput for a variable that is no such value */
export function conformancePlan(environment: NodeJS.ProcessEnv): SearchPlan {
  const { data: parsed, error } = environmentSchema.safeParse(environment);
  if (!parsed) throw new BadInput(`${firstIssue(error)}. Set another value, or none.`);
  const target = parsed.OPENCLAW_TARGET;
  return searchPlan({
    target,
    seed: parsed.CONFORMANCE_SEED ?? seedOf(path.basename(target)),
    cases: parsed.CONFORMANCE_CASES,
    // Whoever names a file means it; a checkout of another project has none.
    baseline: parsed.CONFORMANCE_BASELINE ?? (existsSync(BASELINE) ? BASELINE : null),
    // A release is gated on what holds no longer; a change is judged by what is new.
    replaysUnmet: false,
    steps: STEPS_CASES,
    // A gateway takes as long to start as ten commands take: `run` and `gate` have the time. A chat that ends in its preflight
    // is here compared with nothing.
    gatewayPaths: [],
    reference: 'command',
    allowGaps: parsed.CONFORMANCE_CASES < CASES,
    // The report lists them; `run` and `gate`, which have the time, are red for one.
    allowUnexercised: true,
  });
}
