/** The result of a run, as `--json` writes it and every report reads it. */

import { z } from 'zod';
import { caseSchema } from '../../generators/case.ts';
import { providerIdSchema } from '../../generators/providers/catalog.ts';
import { fingerprintSchema } from '../../invariants/fingerprint.ts';
import { lawIdSchema } from '../../invariants/law-id.ts';
import { laneSchema } from '../../observation/lane.ts';
import { observationSchema } from '../../observation/observation.ts';
import { pathNameSchema } from '../../observation/path-name.ts';
import { decidedCauseSchema } from '../baseline/known-cause.ts';
import { notReplayedSchema } from '../baseline/not-replayed.ts';
import { causeSchema } from '../causes/cause.ts';
import { foundCauseSchema } from '../causes/found-causes.ts';
import { endingSchema } from '../causes/signature.ts';
import { referenceSchema } from '../evaluate/reference.ts';
import { judgedFieldsSchema } from './judged-fields.ts';

/** 9: what the baseline says of known findings and causes. */
export const RESULT_VERSION = 9;

export const findingSchema = z.object({
  law: lawIdSchema,
  paths: z.array(pathNameSchema),
  fingerprint: fingerprintSchema,
  detail: z.string(),
  /**
   * `new`: not in the baseline, and replayed in fresh processes. `known`: in the baseline, itself or by its cause. `flaky`: seen, and not
   * seen again. `unsettled`: seen, and not confirmed: by a survey, or by a run that ended before.
   */
  status: z.enum(['new', 'known', 'flaky', 'unsettled']),
  /**
   * The lane in which it was seen again: the real command, a fresh process of the embedded lane, or a gateway of its own; null
   * where nowhere.
   */
  confirmedIn: z.enum(['cli', 'embedded in a fresh process', 'gateway, started for it']).nullable(),
  /** In how many of the run's cases it was met. */
  met: z.number(),
  /** The smallest case; for a known finding, the smallest one of this run. */
  case: caseSchema,
  /** Whether shrinking ended because nothing smaller shows it. */
  shrunkCompletely: z.boolean(),
  /** The fields of `case` that could not be shrunk, as `provider.entry`. */
  unshrinkable: z.array(z.string()).default([]),
  /** The observations of the smallest case, as confirmed. */
  observations: z.array(observationSchema),
  /** The repairs that alone end it; null where they were not tried. */
  signature: z.array(endingSchema).nullable(),
  /** The signature of its cause, as its repairs tell it; null where they were not tried. */
  cause: causeSchema.nullable(),
  /** The cause of the baseline that makes it known; null where none does. */
  known: decidedCauseSchema.nullable(),
});
export type Finding = z.infer<typeof findingSchema>;

const coverageSchema = z.object({
  /** The number of cases that reached each pair, by its sentence (`family google × path audio`). */
  pairs: z.record(z.string(), z.number()),
  /** The number of pairs that are declared: cases reach others, too, such as a header's, which are not owed. */
  declared: z.number(),
  /** Declared pairs that no case reached. */
  gaps: z.array(z.string()),
  /** Whether the caller declared that gaps are to be expected. */
  gapsAllowed: z.boolean(),
  /** Whether laws without a case to judge, and promises that no case exercised, are to be expected. */
  unexercisedAllowed: z.boolean(),
});

const leftOutSchema = z.object({ what: z.string(), reason: z.string() });
export type LeftOut = z.infer<typeof leftOutSchema>;

export const resultSchema = z.object({
  resultVersion: z.literal(RESULT_VERSION),
  /** The version of this suite: results of different ones do not belong together. */
  suite: z.string(),
  /** The part of the run that this is, from 1; null for a whole run. */
  shard: z.object({ index: z.number(), count: z.number() }).nullable(),
  subject: z.object({ version: z.string(), target: z.string() }),
  /** Those that cases were drawn from. */
  providers: z.array(providerIdSchema),
  lane: laneSchema,
  /** The door of chat. */
  reference: referenceSchema.default('auto'),
  paths: z.array(pathNameSchema),
  seed: z.number(),
  /** The reason why the run ended before its work was done, in one line; null where it did not. */
  stopped: z.string().nullable(),
  /** `total`: of the whole run; `asked`: of this shard. */
  cases: z.object({ total: z.number(), asked: z.number(), achieved: z.number(), conforming: z.number() }),
  /** Promoted cases that were not run. */
  leftOut: z.array(leftOutSchema),
  /**
   * The number of times that a path was not run in a case, and the variant of a law, since it could tell nothing new; what was left
   * out of the whole run is not in it.
   */
  notRun: z.object({
    paths: z.partialRecord(pathNameSchema, z.number()),
    variants: z.partialRecord(lawIdSchema, z.number()),
  }),
  /** Promoted homes that were replayed, and what each breaks; `known`: in the baseline, or as the older build does. */
  homes: z
    .array(
      z.object({
        file: z.string(),
        status: z.enum(['conforms', 'known', 'new']),
        details: z.array(z.string()),
      }),
    )
    .default([]),
  /** The fields that the build's documents say take a secret reference, and what the build does with one there. */
  fields: judgedFieldsSchema.default({ problem: null, observed: [] }),
  /** In how many cases each law that the run judged by had something to judge. */
  judged: z.partialRecord(lawIdSchema, z.number()),
  /** Milliseconds that laws took which ran a variant of each case. */
  lawTimes: z.partialRecord(lawIdSchema, z.number()),
  /** By id, each judged promise of the build's documents: how many cases exercised it, and how many broke it. */
  promises: z.record(z.string(), z.object({ exercised: z.number(), broken: z.number() })),
  findings: z.array(findingSchema),
  /** The causes of findings: new ones first, then by verdict and harm. */
  causes: z.array(foundCauseSchema),
  /** Parts of the baseline that must go: findings whose case conforms now, and the ids of causes whose time is over. */
  baseline: z.object({
    stale: z.array(fingerprintSchema),
    expired: z.array(z.string()),
    /** Known findings that the run did not meet, which proves nothing, and how many of them were replayed. */
    unmet: z.array(fingerprintSchema),
    replayed: z.number(),
    /** The number of them that were not, by the reason. */
    notReplayed: notReplayedSchema.default({}),
  }),
  /** Paths that crashed or timed out: how often, and the smallest case in which they did. */
  notTestable: z.array(
    z.object({ what: z.string(), reason: z.string(), count: z.number(), case: caseSchema }),
  ),
  coverage: coverageSchema,
  /** Paths that ended because the build refuses the generated configuration. */
  rejectedConfigs: z.number(),
  /**
   * The number of times that chat's command ended in its strict preflight: with a gateway in its place, and without one, so that
   * nothing was compared.
   */
  preflights: z
    .object({ throughGateway: z.number(), comparedWithNothing: z.number() })
    .default({ throughGateway: 0, comparedWithNothing: 0 }),
  /** The number of runs of each path. */
  observed: z.record(z.string(), z.number()),
  /** Median milliseconds of each path; none where shards were merged. */
  timings: z.record(z.string(), z.number()),
  /** Milliseconds of the slowest observation of each path. */
  slowest: z.record(z.string(), z.number()),
  /** The number of gateways that were started: by the search and by all that came after it. */
  gatewayStarts: z.number(),
  /** Requests to models by version of HTTP. */
  httpVersions: z.record(z.string(), z.number()),
  /** Providers that the build offers and no case has. */
  providersNotCovered: z.array(z.string()),
  seconds: z.number(),
  /** Seconds of each phase. */
  phases: z.object({ searching: z.number(), settling: z.number(), replaying: z.number() }),
  /** Hosts asked that are neither provider nor alarm, counted. */
  quietRequests: z.record(z.string(), z.number()),
});
export type Result = z.infer<typeof resultSchema>;

/** The verdict of a run: the worst of its findings and checks. */
export type Verdict = 'conforms' | 'violates' | 'not testable';
