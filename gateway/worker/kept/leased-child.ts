/** A kept child as the command that has it sees it: a `ChildProcess` with a channel. */
import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { z } from 'zod';
import type { Lease } from './lease.ts';

const releasedSchema = z.object({ released: z.literal(true) });
/** The helper's reply to a request. */
const replySchema = z.object({ id: z.number() });

/** It has what the subject uses of a `ChildProcess`. */
export class LeasedChild extends EventEmitter {
  readonly stdin = null;
  readonly stdout = new PassThrough();
  readonly stderr = new PassThrough();
  exitCode: number | null = null;
  signalCode: NodeJS.Signals | null = null;
  readonly #child: ChildProcess;
  readonly #release: () => void;
  #isBusy = false;
  readonly #onOut = (chunk: Buffer) => this.stdout.write(chunk);
  readonly #onErr = (chunk: Buffer) => this.stderr.write(chunk);
  readonly #onExit = (code: number | null, signal: NodeJS.Signals | null) => this.#end(code, signal);
  readonly #onMessage = (message: unknown) => {
    if (releasedSchema.safeParse(message).success) {
      this.#end(0, null);
      this.#release();
      return;
    }
    if (replySchema.safeParse(message).success) this.#isBusy = false;
    this.emit('message', message);
  };

  /** @param release told when another command may have the child */
  constructor(child: ChildProcess, lease: Lease, release: () => void) {
    super();
    this.#child = child;
    this.#release = release;
    child.stdout?.on('data', this.#onOut);
    child.stderr?.on('data', this.#onErr);
    child.on('message', this.#onMessage);
    child.on('exit', this.#onExit);
    child.send(lease);
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  send(message: unknown, callback: (error: Error | null) => void = () => {}): boolean {
    if (this.exitCode !== null || this.signalCode !== null) return false;
    // The helper would end after the reply, and so does the child.
    if (message === 'close' && this.#isBusy) return this.kill();
    this.#isBusy = message !== 'close';
    return this.#child.send(message as object, callback);
  }

  kill(signal: NodeJS.Signals = 'SIGTERM'): boolean {
    return this.#child.kill(signal);
  }

  #end(code: number | null, signal: NodeJS.Signals | null): void {
    this.#child.stdout?.off('data', this.#onOut);
    this.#child.stderr?.off('data', this.#onErr);
    this.#child.off('message', this.#onMessage);
    this.#child.off('exit', this.#onExit);
    this.exitCode = code;
    this.signalCode = signal;
    this.stdout.end();
    this.stderr.end();
    this.emit('exit', code, signal);
    this.emit('close', code, signal);
  }
}
