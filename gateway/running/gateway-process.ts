/**
 * One `openclaw gateway run` of a subject: started, waited for, and ended with all that it started.
 *
 * Its processes form a group of their own, and none of them outlives the one that started it
 * (`mocks/network/redirect.ts`), so that nothing is left behind, also when this runner is killed.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isFromOutside, killGroup } from '../../support/process-group.ts';
import type { GatewayAddress } from './gateway-settings.ts';

const READY_MS = 120_000;
/** The time that a gateway may take to end by itself. */
const STOP_MS = 15_000;
const POLL_MS = 50;
/** The time in which the end of a process is told, once it answers no more. */
const GONE_MS = 1000;

/** A line of a gateway that ends in order at a signal, and so with an exit code. */
const SIGNALLED = /signal SIG(TERM|INT|HUP) received/;

export interface RunningGateway {
  readonly address: GatewayAddress;
  readonly pid: number;
  /** Whether the process is still there. */
  isRunning(): boolean;
  /** Whether somebody else ended it. */
  wasInterrupted(): Promise<boolean>;
  /** Takes the output since the last call. */
  takeOutput(): string;
  /** Whether the output since then has it. */
  says(pattern: RegExp): boolean;
  /** Ends it: SIGTERM, and SIGKILL where that does not end it in time. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** The end of a start: a build may refuse to start with what a case holds, which is an observation. */
export type GatewayStart =
  | { readonly kind: 'running'; readonly gateway: RunningGateway }
  | { readonly kind: 'crashed' | 'interrupted' | 'timed-out'; readonly tail: string };

export interface GatewayCommand {
  /** The program and its parameters. */
  readonly argv: readonly [string, ...string[]];
  readonly environment: Readonly<Record<string, string>>;
  /** The working directory. */
  readonly folder: string;
  readonly address: GatewayAddress;
  /** The file of its output. */
  readonly outputFile: string;
  /** Ends it at once, whether it runs or still starts. */
  readonly closing: AbortSignal;
}

/**
 * Starts a gateway and waits until it answers `GET /healthz`.
 *
 * @throws the reason of `closing`, where that comes before the answer
 */
export async function startGateway(
  command: GatewayCommand,
  { readyMs = READY_MS, stopMs = STOP_MS }: { readyMs?: number; stopMs?: number } = {},
): Promise<GatewayStart> {
  const { argv, environment, folder, address, outputFile, closing } = command;
  closing.throwIfAborted();
  mkdirSync(path.dirname(outputFile), { recursive: true });
  const output = openSync(outputFile, 'w');
  const [program, ...parameters] = argv;
  const child = spawn(program, parameters, {
    cwd: folder,
    env: environment,
    stdio: ['ignore', output, output],
    detached: true,
  });
  closeSync(output);
  await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  const close = () => killGroup(child.pid);
  closing.addEventListener('abort', close);
  child.once('exit', () => closing.removeEventListener('abort', close));
  if (closing.aborted) close();
  const gateway = running(child, address, outputFile, stopMs);
  const deadline = Date.now() + readyMs;
  while (gateway.isRunning() && Date.now() < deadline) {
    if (await isReady(address)) return { kind: 'running', gateway };
    await wait(POLL_MS);
  }
  closing.throwIfAborted();
  const kind = gateway.isRunning()
    ? 'timed-out'
    : (await gateway.wasInterrupted())
      ? 'interrupted'
      : 'crashed';
  await gateway.stop('SIGKILL');
  return { kind, tail: gateway.takeOutput() };
}

/** Whether a gateway answers `GET /healthz` now. */
export async function isReady({ url }: GatewayAddress): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5_000) });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}

function running(
  child: ChildProcess,
  address: GatewayAddress,
  outputFile: string,
  stopMs: number,
): RunningGateway {
  const pid = child.pid!;
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let taken = 0;
  const newOutput = () => readFileSync(outputFile, 'utf8').slice(taken);
  return {
    address,
    pid,
    isRunning,
    async wasInterrupted() {
      if (isRunning() && !(await isReady(address)))
        await Promise.race([gone, wait(GONE_MS, undefined, { ref: false })]);
      return (
        isFromOutside(child.signalCode) || (!isRunning() && SIGNALLED.test(readFileSync(outputFile, 'utf8')))
      );
    },
    takeOutput() {
      const since = newOutput();
      taken += since.length;
      return since;
    },
    says: (pattern) => pattern.test(newOutput()),
    async stop(signal = 'SIGTERM') {
      if (isRunning()) {
        if (signal === 'SIGTERM') child.kill('SIGTERM');
        else killGroup(pid);
        await Promise.race([gone, wait(stopMs, undefined, { ref: false })]);
      }
      // Processes that the gateway started and did not end, or the gateway itself.
      killGroup(pid);
      await gone;
    },
  };
}
