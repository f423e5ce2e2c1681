/** The runner's side of a worker: starts it, sends one request at a time, replaces it when it dies or is old. */
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BadInput } from '../../support/bad-input.ts';
import { isFromOutside, killGroup } from '../../support/process-group.ts';
import type { Subject } from '../subject/subject.ts';
import { SOUGHT_FUNCTIONS } from '../versions/names-in-bundle.ts';
import { type FunctionLocation, locateFunctions } from './chunk-functions.ts';
import {
  type WithoutId,
  type WorkerReply,
  type WorkerRequest,
  workerAnswerSchema,
  workerReadySchema,
} from './protocol.ts';

/** TypeScript in a checkout, JavaScript in the package. */
const WORKER = fileURLToPath(new URL(`./worker${path.extname(import.meta.url)}`, import.meta.url));

const START_SECONDS = 120;
/** The most that its heap may take. */
const HEAP_MEGABYTES = 3072;
const LOG_TAIL_CHARACTERS = 4000;

export type WorkerEnd =
  | { readonly kind: 'reply'; readonly reply: WorkerReply }
  | { readonly kind: 'crashed'; readonly tail: string }
  /** Somebody else ended the process. */
  | { readonly kind: 'interrupted'; readonly tail: string }
  | { readonly kind: 'timed-out'; readonly tail: string };

export interface WorkerProcess {
  /** One request at a time: the queue of the evaluator sees to it. */
  send(request: WithoutId<WorkerRequest>, timeoutMs: number): Promise<WorkerEnd>;
  /** Ends the process, so that the next request meets a fresh one. */
  recycle(): Promise<void>;
  /** One more like it, which has served nothing; whoever asks for it ends it. */
  another(): WorkerProcess;
  /** Aborted by `close`: it ends the commands that run beside the process, too. */
  readonly closing: AbortSignal;
  /** Ends the process for good: whoever waits for a reply is told that it crashed, and no request meets another. */
  close(): Promise<void>;
}

/**
 * @param environment the process's whole environment; its NODE_OPTIONS load the redirect
 */
export function createWorkerProcess(
  subject: Subject,
  environment: Readonly<Record<string, string>>,
  folder: string,
): WorkerProcess {
  let running: { child: ChildProcess; tail: () => string } | null = null;
  let starting: ChildProcess | null = null;
  let nextId = 1;
  const closing = new AbortController();
  let locations: FunctionLocation[] | null = null;

  const start = async () => {
    locations ??= await locateFunctions(subject.root, SOUGHT_FUNCTIONS);
    // Whoever closed it meanwhile found no process to end.
    closing.signal.throwIfAborted();
    const child = fork(WORKER, [subject.main, subject.root, JSON.stringify(locations)], {
      execPath: process.execPath,
      execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`],
      env: environment,
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Ctrl-C in a terminal is the runner's to hear; and with it ends what the subject started.
      detached: true,
    });
    starting = child;
    let log = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        log = (log + chunk.toString('utf8')).slice(-LOG_TAIL_CHARACTERS);
      });
    }
    const first = await nextMessage(child, START_SECONDS * 1000);
    starting = null;
    if (first.kind !== 'message' || !workerReadySchema.safeParse(first.message).success) {
      killGroup(child.pid);
      const last = lastWords(log);
      const end = child.signalCode ? `ended by ${child.signalCode}` : first.kind;
      throw new BadInput(
        `openclaw ${subject.version} could not be started: ${[end, last].filter(Boolean).join(', ')}. Check the build, and memory.`,
      );
    }
    running = { child, tail: () => log };
    return running;
  };

  const recycle = async (): Promise<void> => {
    const child = running?.child;
    running = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    killGroup(child.pid);
    await gone;
  };

  return {
    recycle,
    another: () => createWorkerProcess(subject, environment, folder),
    closing: closing.signal,
    async close() {
      closing.abort(new Error('The driver is closed.'));
      killGroup(starting?.pid);
      await recycle();
    },
    async send(request, timeoutMs) {
      closing.signal.throwIfAborted();
      // One that was killed between two requests took part in neither.
      if (running && isFromOutside(running.child.signalCode)) running = null;
      const worker = running ?? (await start());
      const message = { ...request, id: nextId++ };
      const answer = nextMessage(worker.child, timeoutMs);
      // A child that is gone answers by its exit, which `nextMessage` hears.
      worker.child.send(message, () => {});
      const end = await answer;
      if (end.kind === 'message') {
        const { reply, isLast } = workerAnswerSchema.parse(end.message);
        if (isLast) await recycle();
        return { kind: 'reply', reply };
      }
      const tail = worker.tail();
      const isOwn = end.kind === 'timed-out' || closing.signal.aborted;
      const kind = !isOwn && isFromOutside(worker.child.signalCode) ? 'interrupted' : end.kind;
      await recycle();
      return { kind, tail };
    },
  };
}

type Next =
  | { readonly kind: 'message'; readonly message: unknown }
  | { readonly kind: 'crashed' }
  | { readonly kind: 'timed-out' };

function nextMessage(child: ChildProcess, timeoutMs: number): Promise<Next> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve({ kind: 'crashed' });
  return new Promise((resolve) => {
    const end = (next: Next): void => {
      clearTimeout(timer);
      child.off('message', onMessage);
      child.off('exit', onExit);
      child.off('error', onExit);
      resolve(next);
    };
    const onMessage = (message: unknown): void => end({ kind: 'message', message });
    const onExit = (): void => end({ kind: 'crashed' });
    const timer = setTimeout(() => end({ kind: 'timed-out' }), timeoutMs);
    child.on('message', onMessage);
    child.on('exit', onExit);
    // A process that could not be started has no exit.
    child.on('error', onExit);
  });
}

/** The line of a log that says why a process ended: that of an error, before its stack and the version of Node; else the last one. */
function lastWords(log: string): string | undefined {
  const lines = log.trim().split('\n');
  return lines.findLast((line) => /^(Uncaught )?\w*Error\b/.test(line)) ?? lines.at(-1);
}
