/** One question to a kept child, as a process that is started for it would answer. */
import { z } from 'zod';
import type { LeasedChild } from './leased-child.ts';

/** The end of that process. */
export interface Answer {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

const replySchema = z.object({ id: z.literal(1), result: z.looseObject({ ok: z.boolean() }) });

/**
 * @param values the arguments that the process would be started with
 * @param told of its end, before other listeners of the child are
 */
export function askOnce(child: LeasedChild, values: readonly string[], told: (answer: Answer) => void): void {
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk;
  });
  child.on('message', (reply) => {
    const { data } = replySchema.safeParse(reply);
    if (!data) return;
    stdout = JSON.stringify(data.result);
    // After a failure the child ends by itself.
    if (data.result.ok) child.send('close');
  });
  child.once('close', (status, signal) => told({ status, signal, stdout, stderr }));
  child.send({ id: 1, args: values });
}
