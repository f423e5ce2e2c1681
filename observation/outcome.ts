/** The outcome of a path. */
import { z } from 'zod';

export const failureClassSchema = z.enum([
  'no-credential',
  /** Its credentials lie in a store of an older build, which OpenClaw asks to migrate first. */
  'needs-migration',
  'rejected',
  'cooldown',
  'unknown-model',
  /** The API has nothing at the path that was asked, whoever asks. */
  'no-endpoint',
  'rate-limited',
  'no-credit',
  'bad-request',
  'server-error',
  'no-answer',
  'unusable-answer',
  'no-region',
  'no-media-provider',
  'nothing-selected',
  /** Of a tool: the turn ended before it could ask for it. */
  'no-turn',
  /** The turn was answered, and no model was given the attachment that came in with it. */
  'unread-attachment',
  'bad-config',
  'refused-address',
  'timed-out',
  'crashed',
  /** Its process was ended from outside: what it did until then says nothing. */
  'interrupted',
  'other',
]);
export type FailureClass = z.infer<typeof failureClassSchema>;

export const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer') }),
  z.object({
    kind: z.literal('failure'),
    class: failureClassSchema,
    message: z.string(),
    /**
     * Whether it ended in a strict preflight, which resolves the references of the whole setup before any credential
     * is chosen: that of a turn by command, or that of the start of a gateway. Absent: it did not.
     */
    isPreflight: z.boolean().optional(),
  }),
  /** The build or the provider has no such path: neither right nor wrong. */
  z.object({ kind: z.literal('unsupported'), reason: z.string() }),
]);
export type Outcome = z.infer<typeof outcomeSchema>;
export type Failure = Extract<Outcome, { kind: 'failure' }>;
