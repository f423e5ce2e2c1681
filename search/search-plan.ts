/**
 * The plan of a search: parsed once, and the same for every command and job that searches.
 *
 * Plain data, so that a run that was stopped goes on with the plan that it wrote down.
 */

import os from 'node:os';
import { z } from 'zod';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { providerIdSchema } from '../generators/providers/catalog.ts';
import { Fingerprint } from '../invariants/fingerprint.ts';
import { laneSchema } from '../observation/lane.ts';
import { ALL_PATHS, GATEWAY_PATHS, pathNameSchema } from '../observation/path-name.ts';
import { pathsOfLane } from '../paths/paths.ts';
import { BadInput } from '../support/bad-input.ts';
import { firstIssue } from '../support/first-issue.ts';
import { shardSchema } from './draw/shard.ts';
import { referenceSchema } from './evaluate/reference.ts';
import { SHRINK_TRIES } from './settle/shrink.ts';

/** The most that a plan may ask for: a run of weeks, and numbers that every part of it can count. */
export const MOST = { seed: 2 ** 31 - 1, cases: 1_000_000, seconds: 2_000_000, workers: 256, shards: 10_000 };

export const searchPlanSchema = z.strictObject({
  /** Version, `latest`, .tgz or folder. */
  target: z.string().min(1).default(DEFAULT_TARGET),
  seed: z
    .int()
    .min(-MOST.seed - 1)
    .max(MOST.seed)
    .default(1),
  /** Random cases; a quarter more at most for declared pairs that these do not reach. */
  cases: z.int().min(1).max(MOST.cases).default(100),
  /** Cases with steps beside them; null: one for ten of them. */
  steps: z.int().min(0).max(MOST.cases).nullable().default(null),
  /** Seconds after which no further case is begun, in one sitting; settling and replaying have as long again. */
  seconds: z.number().positive().max(MOST.seconds).nullable().default(null),
  /** By default those that the lane can drive. */
  paths: z.array(pathNameSchema).min(1).readonly().default(ALL_PATHS),
  /** Paths of a gateway that some of the cases take as well. By default all of them, where no paths are named. */
  gatewayPaths: z.array(pathNameSchema).readonly().default([]),
  /** Whether each case is run on every path, also on those that can tell nothing new. */
  allPaths: z.boolean().default(false),
  /** Null: every provider that the build has. */
  providers: z.array(providerIdSchema).min(1).readonly().nullable().default(null),
  lane: laneSchema.default('embedded'),
  /** The door of chat, with which the other paths are compared. */
  reference: referenceSchema.default('auto'),
  /** Subjects side by side, and one more for cases that no warm process serves. */
  workers: z
    .int()
    .min(1)
    .max(MOST.workers)
    .default(() => os.availableParallelism()),
  /** The part of the cases to run; null for all. */
  shard: shardSchema.nullable().default(null),
  /** Whether the promoted cases are run before the random ones. */
  promoted: z.boolean().default(true),
  /** The most candidates that may be run to shrink one finding; 0: confirmed as it was met. */
  shrinkTries: z.int().min(0).max(MOST.cases).default(SHRINK_TRIES),
  /** Whether to leave new violations as they were met: neither shrunk nor confirmed. */
  survey: z.boolean().default(false),
  /** A file of known violations; null for none. */
  baseline: z.string().nullable().default(null),
  /** A build whose violations are known, too: the target is to be no worse (`gate --against`). Null: the baseline alone decides. */
  against: z.string().min(1).nullable().default(null),
  /** Fingerprints that are known beside those of the baseline. */
  alsoKnown: z
    .array(z.custom<Fingerprint>((value) => value instanceof Fingerprint))
    .readonly()
    .default([]),
  /** Whether entries of the baseline that the run did not meet are replayed, to find those that hold no longer. */
  replaysUnmet: z.boolean().default(true),
  /** Whether declared pairs may stay unreached. */
  allowGaps: z.boolean().default(false),
  /** Whether laws may be without a case to judge, and promises without one that exercises them. Who allows gaps allows it. */
  allowUnexercised: z.boolean().default(false),
});
export type SearchPlan = z.infer<typeof searchPlanSchema>;

/**
 * The plan with its defaults.
 *
 * @throws BadInput with the field that is wrong
 */
export function searchPlan(given: z.input<typeof searchPlanSchema>): SearchPlan {
  const lane = given.lane ?? 'embedded';
  const paths = given.paths ?? pathsOfLane(lane);
  const gatewayPaths = given.gatewayPaths ?? (given.paths || lane === 'gateway' ? [] : GATEWAY_PATHS);
  const { data, error } = searchPlanSchema.safeParse({ ...given, paths, gatewayPaths });
  if (!data) throw new BadInput(`The plan of the search has a wrong ${firstIssue(error)}. Correct it.`);
  return data;
}
