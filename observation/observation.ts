/**
 * The record of what one path of one case did, as the laws see it. It holds no secret text: credentials are places.
 */
import { z } from 'zod';
import { placeSchema } from '../generators/secrets/place.ts';
import { credentialSchema } from './credential.ts';
import { type Lane, laneSchema } from './lane.ts';
import { outcomeSchema } from './outcome.ts';
import { type PathName, pathNameSchema } from './path-name.ts';
import { requestSchema } from './request.ts';
import {
  checkSchema,
  healthSchema,
  probeResultSchema,
  statusSchema,
  unusableProfileSchema,
} from './status.ts';

/** A step that the build did not do. */
const undoneSchema = z.object({
  step: z.int(),
  message: z.string(),
  /** Whether the build or the home has nothing for it; absent: the build refused, or failed. */
  isMissing: z.literal(true).optional(),
});
export type Undone = z.infer<typeof undoneSchema>;

export const observationSchema = z.object({
  path: pathNameSchema,
  lane: laneSchema,
  /** The place of its step among those of the case, from 0; absent where the path met a fresh home. */
  step: z.int().optional(),
  /** The steps before it that the build did not do; absent: it did all. */
  undone: z.array(undoneSchema).optional(),
  /** The model that the path was asked to use. */
  model: z.object({ provider: z.string(), id: z.string() }),
  requests: z.array(requestSchema),
  outcome: outcomeSchema,
  /**
   * Of chat through a gateway: the end of its command in the strict preflight, in whose place the gateway was asked.
   * Absent: it stands in for nothing.
   */
  standsFor: outcomeSchema.optional(),
  /** The probe's own: its verdicts and its overview of credentials; null where its output could not be read. */
  probe: z.array(probeResultSchema).nullable().optional(),
  status: statusSchema.nullable().optional(),
  /** Its verdict on all routes; null where it is about something else than credentials. */
  check: checkSchema.nullable().optional(),
  /** Its words for the health of stored profiles; absent: it has none, or was recorded by an earlier suite. */
  health: healthSchema.optional(),
  /** The profiles that the same output says are left alone; absent: none. */
  unusable: z.array(unusableProfileSchema).optional(),
  /** Chat's on Bedrock: the credentials that the AWS SDK alone sends on the same setup. */
  awsDefaultChain: z.array(credentialSchema).optional(),
  /** Canaries found where the case did not put them: stdout, stderr or a file (relative to the home). */
  disclosures: z.array(z.object({ where: z.string(), place: placeSchema })),
  /** Hosts reached that are no provider of the case and no known quiet endpoint, and blocked datagrams. */
  egress: z.array(z.string()),
  /** Hosts of known quiet endpoints that were asked. */
  quiet: z.array(z.string()),
  milliseconds: z.number(),
});
export type Observation = z.infer<typeof observationSchema>;

/** An observation of a path that sent and said nothing and took no time: the start of every observation. */
export function emptyObservation(
  path: PathName,
  lane: Lane,
  model: Observation['model'],
): Omit<Observation, 'outcome'> {
  return {
    path,
    lane,
    model,
    requests: [],
    disclosures: [],
    egress: [],
    quiet: [],
    milliseconds: 0,
  };
}
