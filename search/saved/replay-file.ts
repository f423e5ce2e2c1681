/** One replay, as `replay --json` writes it. */
import { z } from 'zod';
import { claimSchema } from '../../invariants/violation.ts';
import { laneSchema } from '../../observation/lane.ts';
import { observationSchema } from '../../observation/observation.ts';
import { findingSchema } from '../result/result.ts';

const violationSchema = findingSchema.pick({ law: true, paths: true, fingerprint: true, detail: true });

const replayFileSchema = z.object({
  replayVersion: z.literal(2),
  subject: z.object({ version: z.string(), target: z.string() }),
  lane: laneSchema,
  /** The claim of the case; null: every law judged it. */
  claim: claimSchema.nullable(),
  verdict: z.enum(['conforms', 'violates', 'not testable']),
  /** The reason why it could not be tested; null where it could. */
  reason: z.string().nullable(),
  /** The claimed violation if it was seen, or all violations of a case without a claim. */
  violations: z.array(violationSchema),
  /** Violations other than the claimed one. */
  others: z.array(violationSchema),
  observations: z.array(observationSchema),
});
export type ReplayFile = z.infer<typeof replayFileSchema>;
