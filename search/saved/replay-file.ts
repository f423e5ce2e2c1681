/** One replay, as `replay --json` writes it. */
import { z } from 'zod';
import { claimSchema } from '../../invariants/law.ts';
import { laneSchema } from '../../observation/lane.ts';
import { observationSchema } from '../../observation/observation.ts';
import { findingSchema } from '../result/result.ts';

const violationSchema = findingSchema.pick({ law: true, paths: true, fingerprint: true, detail: true });

export const replayFileSchema = z.object({
  replayVersion: z.literal(2),
  subject: z.object({ version: z.string(), target: z.string() }),
  lane: laneSchema,
  /** What the case claims; null: it was judged by every law. */
  claim: claimSchema.nullable(),
  verdict: z.enum(['conforms', 'violates', 'not testable']),
  /** Why it could not be tested; null where it could. */
  reason: z.string().nullable(),
  /** What the case claims and showed, or all it showed where it claims nothing. */
  violations: z.array(violationSchema),
  /** What it showed beside its claim. */
  others: z.array(violationSchema),
  observations: z.array(observationSchema),
});
