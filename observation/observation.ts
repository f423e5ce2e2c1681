/** What one path of one case did, as the laws see it. No secret text is in it: credentials are places. */
import { z } from 'zod';

export const pathNameSchema = z.enum([
  'chat',
  'completion',
  'image',
  'image-tool',
  'pdf-tool',
  'compaction',
  'audio',
  'video',
  'embedding',
  'memory',
  'image-generation',
  'speech',
  'probe',
]);
export type PathName = z.infer<typeof pathNameSchema>;
export const ALL_PATHS: readonly PathName[] = pathNameSchema.options;

export const laneSchema = z.enum(['embedded', 'cli']);
export type Lane = z.infer<typeof laneSchema>;

/** A credential as seen on the wire. */
export const credentialSchema = z.object({
  scheme: z.string(),
  /** The sentence of the place that held it (`generators/secrets/canaries.ts`), or null for text of no canary. */
  place: z.string().nullable(),
  /** The place without names: what a fingerprint may hold. */
  pattern: z.string(),
  validity: z.enum(['live', 'stale', 'unknown']),
  /** Whose secret it is; null for text of no canary. */
  provider: z.string().nullable(),
  /** Why the text cannot be a credential of the case (`empty text`, `the word undefined`, `a secret of an earlier run`, …), or null. */
  malformed: z.string().nullable(),
});
export type Credential = z.infer<typeof credentialSchema>;

export const requestSchema = z.object({
  httpVersion: z.string(),
  method: z.string(),
  host: z.string(),
  path: z.string(),
  /**
   * `model`: asks a provider's model. `fallback`: asks that of another provider, which the case names for when its own fails.
   * `provider`: anything else at a provider of the case. `other`: any other host, where it is sent a credential.
   */
  purpose: z.enum(['model', 'fallback', 'provider', 'other']),
  credentials: z.array(credentialSchema),
  /** The region that an AWS signature is for; null for no signature. */
  region: z.string().nullable(),
  /** The features that an AWS client names in its User-Agent; null where it names none. */
  awsFeatures: z.string().nullable(),
  /** 0 where the connection was reset in place of an answer. */
  status: z.number(),
});
export type WireRequest = z.infer<typeof requestSchema>;

export const failureClassSchema = z.enum([
  'no-credential',
  'rejected',
  'cooldown',
  'unknown-model',
  'rate-limited',
  'server-error',
  'no-answer',
  'unusable-answer',
  'no-region',
  'no-media-provider',
  'nothing-selected',
  /** Of a tool: the turn ended before it could ask for it. */
  'no-turn',
  'bad-config',
  'refused-address',
  'timed-out',
  'crashed',
  'other',
]);
export type FailureClass = z.infer<typeof failureClassSchema>;

export const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer') }),
  z.object({ kind: z.literal('failure'), class: failureClassSchema, message: z.string() }),
  /** The build or the provider has no such path: neither right nor wrong. */
  z.object({ kind: z.literal('unsupported'), reason: z.string() }),
]);
export type Outcome = z.infer<typeof outcomeSchema>;

/** One line of `models status --probe`. */
export const probeResultSchema = z.object({
  profileId: z.string().nullable(),
  source: z.string(),
  status: z.string(),
  reason: z.string().nullable(),
});
export type ProbeResult = z.infer<typeof probeResultSchema>;

/**
 * What `models status` says of the credentials of the provider that chat uses, without asking it. `unclear`: it names an
 * issue of the route, and does not call them missing.
 */
export const statusSchema = z.enum(['present', 'missing', 'unclear']);
export type Status = z.infer<typeof statusSchema>;

export const observationSchema = z.object({
  path: pathNameSchema,
  lane: laneSchema,
  /** The model that the path was asked to use. */
  model: z.object({ provider: z.string(), id: z.string() }),
  requests: z.array(requestSchema),
  outcome: outcomeSchema,
  probe: z.array(probeResultSchema).nullable(),
  /** On the probe's path, whose command says it as well; null elsewhere. */
  status: statusSchema.nullable(),
  /** For chat on Bedrock, the credentials that the AWS SDK alone sends on the same setup; null elsewhere. */
  awsDefaultChain: z.array(credentialSchema).nullable(),
  /** Canaries found where the case did not put them: stdout, stderr or a file (relative to the home). */
  disclosures: z.array(z.object({ where: z.string(), place: z.string(), pattern: z.string() })),
  /** Hosts reached that are no provider of the case and no known quiet endpoint, and blocked datagrams. */
  egress: z.array(z.string()),
  /** Hosts of known quiet endpoints that were asked. */
  quiet: z.array(z.string()),
  milliseconds: z.number(),
});
export type Observation = z.infer<typeof observationSchema>;

/** What is seen of a path that sends and says nothing, and takes no time: where an observation begins. */
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
    probe: null,
    status: null,
    awsDefaultChain: null,
    disclosures: [],
    egress: [],
    quiet: [],
    milliseconds: 0,
  };
}
