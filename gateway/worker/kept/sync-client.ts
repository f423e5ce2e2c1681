/** A thread that asks a kept child, for a thread that waits with its event loop stopped. */
import { MessagePort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { askOnce } from './ask-once.ts';
import { keptChildren } from './kept-children.ts';
import { leaseSchema } from './lease.ts';

const { port, answered, helper } = z
  .object({
    port: z.instanceof(MessagePort),
    /** Counts the answers. */
    answered: z.instanceof(Int32Array),
    helper: z.array(z.string()),
  })
  .parse(workerData);
const questionSchema = z.object({ where: leaseSchema.omit({ lease: true }), values: z.array(z.string()) });

const take = keptChildren(helper);
port.on('message', (message) => {
  const { where, values } = questionSchema.parse(message);
  askOnce(take(where), values, (answer) => {
    port.postMessage(answer);
    Atomics.add(answered, 0, 1);
    Atomics.notify(answered, 0);
  });
});
