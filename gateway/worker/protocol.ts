/** Messages between the runner and a worker. Parsed on both sides: a subject shares the worker's process. */
import { z } from 'zod';

export const workerRequestSchema = z.discriminatedUnion('kind', [
  /** Run the subject's command line. */
  z.object({
    id: z.number(),
    kind: z.literal('command'),
    argv: z.array(z.string()),
    /** Text for its standard input; absent: it has none. */
    input: z.string().optional(),
    environment: z.record(z.string(), z.string()),
    folder: z.string(),
  }),
  /** Describe an image by the function behind the image tool, where the build has no working command for it. */
  z.object({
    id: z.number(),
    kind: z.literal('image'),
    file: z.string(),
    agentFolder: z.string(),
    environment: z.record(z.string(), z.string()),
    folder: z.string(),
  }),
  /** Write the auth profile stores of a home and its secrets, by the subject's own functions. */
  z.object({
    id: z.number(),
    kind: z.literal('store'),
    /** Null: no profiles. */
    store: z.unknown(),
    /** The folder of the agent whose store it is; null: the store that all share. */
    agentFolder: z.string().nullable(),
    /** By name. */
    secrets: z.record(z.string(), z.string()),
    environment: z.record(z.string(), z.string()),
    folder: z.string(),
  }),
  /** Close every database that a run left open: its home is about to be replaced by a copy. */
  z.object({
    id: z.number(),
    kind: z.literal('close'),
    environment: z.record(z.string(), z.string()),
    folder: z.string(),
  }),
]);
export type WorkerRequest = z.infer<typeof workerRequestSchema>;

const workerReplySchema = z.object({
  stdout: z.string(),
  stderr: z.string(),
  /** The exit code that the command asked for; 0 where it returned without one. */
  exitCode: z.number(),
  /** The error that left the subject's function, as text; null where none did. */
  thrown: z.string().nullable(),
});
export type WorkerReply = z.infer<typeof workerReplySchema>;

export const workerAnswerSchema = z.object({
  reply: workerReplySchema,
  /** Whether another process is to serve the next request. */
  isLast: z.boolean(),
});
export type WorkerAnswer = z.infer<typeof workerAnswerSchema>;

/** Sent once, when the subject is imported. */
export const workerReadySchema = z.object({ ready: z.literal(true) });

/** `Omit` that keeps a union a union. */
export type WithoutId<T> = T extends { id: number } ? Omit<T, 'id'> : never;
