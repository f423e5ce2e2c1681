/** A kept thread as the command that has it sees it: a `Worker`. */
import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort, type Transferable, type Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Lease } from './lease.ts';

const releasedSchema = z.object({ released: z.number() });
/** The reply that ends a task. @source openclaw@2026.9.6:dist/worker-task-server-CwtaNZgU.mjs */
const settledSchema = z.object({ status: z.enum(['ok', 'failed']) });
/** The exit code of a thread that `Worker.terminate` ends. */
const TERMINATED = 1;
/** Milliseconds in which a thread gives itself back. One that does not is ended, as a started one would be. */
const PATIENCE = 5_000;

/** It has what the subject uses of a `Worker`. */
export class LeasedThread extends EventEmitter {
  readonly #thread: Worker;
  readonly #port: MessagePort;
  readonly #lease: number;
  readonly #ended = Promise.withResolvers<number>();
  readonly #release: () => void;
  readonly #patience: number;
  #hasEnded = false;
  /** Whether it may be at work: then nothing but the end of the thread ends that. */
  #isBusy = false;
  readonly #onExit = (code: number) => this.#end(code);
  readonly #onError = (error: unknown) => this.emit('error', error);
  readonly #onTold = (message: unknown) => {
    if (releasedSchema.safeParse(message).data?.released !== this.#lease) return;
    this.#end(TERMINATED);
    this.#release();
  };

  /** @param release told when another command may have the thread */
  constructor(thread: Worker, entry: string, lease: Lease, release: () => void, patience = PATIENCE) {
    super();
    this.#patience = patience;
    const { port1, port2 } = new MessageChannel();
    this.#thread = thread;
    this.#port = port1;
    this.#lease = lease.lease;
    this.#release = release;
    port1.on('message', (message) => {
      if (settledSchema.safeParse(message).success) this.#isBusy = false;
      this.emit('message', message);
    });
    port1.on('messageerror', (error) => this.emit('messageerror', error));
    thread.on('error', this.#onError);
    thread.on('exit', this.#onExit);
    thread.on('message', this.#onTold);
    thread.postMessage({ ...lease, entry, port: port2 }, [port2]);
  }

  get threadId(): number {
    return this.#hasEnded ? -1 : this.#thread.threadId;
  }

  postMessage(message: unknown, transfer?: readonly Transferable[]): void {
    this.#isBusy = true;
    this.#port.postMessage(message, transfer);
  }

  ref(): void {
    this.#port.ref();
  }

  unref(): void {
    this.#port.unref();
  }

  cpuUsage(): ReturnType<Worker['cpuUsage']> {
    return this.#thread.cpuUsage();
  }

  getHeapStatistics(): ReturnType<Worker['getHeapStatistics']> {
    return this.#thread.getHeapStatistics();
  }

  terminate(): Promise<number> {
    if (this.#isBusy) void this.#thread.terminate();
    else if (!this.#hasEnded) {
      this.#thread.postMessage({ release: this.#lease });
      const late = setTimeout(() => void this.#thread.terminate(), this.#patience);
      this.once('exit', () => clearTimeout(late));
    }
    return this.#ended.promise;
  }

  #end(code: number): void {
    if (this.#hasEnded) return;
    this.#hasEnded = true;
    this.#thread.off('error', this.#onError);
    this.#thread.off('exit', this.#onExit);
    this.#thread.off('message', this.#onTold);
    this.#port.close();
    this.emit('exit', code);
    this.#ended.resolve(code);
  }
}
