/**
 * The inside of a kept thread: imports the entry module of a helper anew for each lease, in the environment of that
 * lease. What it imports stays: that was most of the time of a start.
 *
 * The end of a lease closes what the end of a thread closes: its port, and its databases.
 */
import { syncBuiltinESMExports } from 'node:module';
import sqlite from 'node:sqlite';
import workerThreads, { MessagePort } from 'node:worker_threads';
import { z } from 'zod';
import { enter, leaseSchema } from './lease.ts';

const messageSchema = z.union([
  leaseSchema.extend({ entry: z.string(), port: z.instanceof(MessagePort) }),
  z.object({ release: z.number() }),
]);

/** The channel on which leases are told of. The subject's code sees the port of its lease in its place. */
const control = workerThreads.parentPort;
/** The databases that the current lease opened. */
const opened = new Set<WeakRef<sqlite.DatabaseSync>>();
let current: MessagePort | null = null;

const { DatabaseSync } = sqlite;
Object.assign(sqlite, {
  DatabaseSync: class extends DatabaseSync {
    constructor(...values: ConstructorParameters<typeof DatabaseSync>) {
      super(...values);
      opened.add(new WeakRef(this));
    }
  },
});

control?.on('message', (message: unknown) => {
  const told = messageSchema.parse(message);
  if ('release' in told) release(told.release);
  else void serve(told.entry, told.lease, told.port, told);
});

async function serve(entry: string, lease: number, port: MessagePort, where: Parameters<typeof enter>[0]) {
  enter(where);
  current = port;
  Object.assign(workerThreads, { parentPort: port });
  syncBuiltinESMExports();
  await import(`${entry}?lease=${lease}`);
}

function release(lease: number): void {
  current?.close();
  current = null;
  for (const reference of opened) {
    const database = reference.deref();
    if (database?.isOpen) database.close();
  }
  opened.clear();
  control?.postMessage({ released: lease });
}
