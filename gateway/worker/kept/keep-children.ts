/** Keeps children of the subject beyond the command that started them, for the next one. */
import childProcess, {
  type ExecFileException,
  type ExecFileOptions,
  type SpawnOptions,
  type SpawnSyncOptions,
} from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { type Answer, askOnce } from './ask-once.ts';
import { keptChildren } from './kept-children.ts';
import { type Lease, setVariables } from './lease.ts';
import type { LeasedChild } from './leased-child.ts';

/** TypeScript in a checkout, JavaScript in the package. */
const CLIENT = new URL(`./sync-client${path.extname(import.meta.url)}`, import.meta.url);

type Where = Pick<Lease, 'environment' | 'folder'>;
type Told = (error: ExecFileException | null, stdout: string, stderr: string) => void;

export interface ChildHelper {
  /** The absolute path of the script, and the argument by which it knows itself. */
  readonly argv: readonly [string, string];
  /** The argument after which it serves requests on its channel until it is told to close. */
  readonly session: string;
  /** The first argument of a child that serves one request, which a session answers alike. */
  readonly once: string;
}

/** Call before the subject is imported. */
export function keepChildren({ argv, session, once }: ChildHelper): void {
  const helper = [...argv, session];
  const take = keptChildren(helper);
  const askSync = syncAsker(helper);
  const isStarted = (kind: string, [file, values]: readonly unknown[]): boolean =>
    file === process.execPath &&
    Array.isArray(values) &&
    [...argv, kind].every((each, index) => values[index] === each);
  const where = ({ env, cwd }: SpawnOptions | SpawnSyncOptions = {}): Where => ({
    environment: setVariables(env ?? process.env),
    folder: cwd ? String(cwd) : process.cwd(),
  });
  Object.assign(childProcess, {
    spawn: instead(childProcess.spawn, (values) => {
      if (!isStarted(session, values)) return null;
      return take(where(values[2] as SpawnOptions));
    }),
    spawnSync: instead(childProcess.spawnSync, (values) => {
      if (!isStarted(once, values)) return null;
      const options = values[2] as SpawnSyncOptions;
      return askSync((values[1] as string[]).slice(argv.length), where(options), options.timeout);
    }),
    execFile: instead(childProcess.execFile, (values) => {
      const told = values[3];
      if (!isStarted(once, values) || typeof told !== 'function') return null;
      const child = take(where(values[2] as ExecFileOptions));
      return askAsync(child, (values[1] as string[]).slice(argv.length), told as Told);
    }),
  });
  syncBuiltinESMExports();
}

/** A function that does what `kept` does, or where that is nothing, what it did before. */
function instead<F extends (...values: never[]) => unknown>(
  started: F,
  kept: (values: readonly unknown[]) => unknown,
): F {
  return new Proxy(started, {
    apply: (target, self, values: never[]) => kept(values) ?? Reflect.apply(target, self, values),
  });
}

function askAsync(child: LeasedChild, values: string[], told: Told): LeasedChild {
  askOnce(child, values, ({ status, signal, stdout, stderr }) => {
    const error = Object.assign(new Error('Command failed'), { code: status, signal, killed: false });
    told(status === 0 ? null : (error as ExecFileException), stdout, stderr);
  });
  return child;
}

function syncAsker(helper: readonly string[]) {
  const { port1, port2 } = new MessageChannel();
  const answered = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const client = new Worker(CLIENT, {
    workerData: { port: port2, answered, helper },
    transferList: [port2],
  });
  client.unref();
  port1.unref();
  return (values: string[], where: Where, timeout = 300_000): Answer & { error?: Error } => {
    const before = Atomics.load(answered, 0);
    port1.postMessage({ where, values });
    Atomics.wait(answered, 0, before, timeout);
    const answer = receiveMessageOnPort(port1)?.message as Answer | undefined;
    if (answer) return answer;
    const error = Object.assign(new Error('A kept child gave no answer.'), { code: 'ETIMEDOUT' });
    return { status: null, signal: null, stdout: '', stderr: '', error };
  };
}
