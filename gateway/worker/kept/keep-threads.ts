/**
 * Keeps threads of the subject beyond the command that started them, for the next one.
 *
 * A thread serves each command once: what it remembers of a home's files is met by no second lease on the same home.
 */
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import workerThreads, { type Worker, type WorkerOptions } from 'node:worker_threads';
import { setVariables } from './lease.ts';
import { LeasedThread } from './leased-thread.ts';

/** TypeScript in a checkout, JavaScript in the package. */
const SERVER = new URL(`./thread-server${path.extname(import.meta.url)}`, import.meta.url);
/** Options that make no difference between two threads, or are the same for all. */
const SHARED_OPTIONS = new Set(['execArgv', 'resourceLimits', 'name']);

interface KeptThread {
  readonly thread: Worker;
  readonly entry: string;
  readonly options: string;
  /** The command that had it last. */
  command: number;
}

/**
 * Call before the subject is imported.
 *
 * @param entries absolute paths of the threads' entry modules
 * @param patience milliseconds in which a thread gives itself back
 * @returns to be called when a command begins
 */
export function keepThreads(entries: readonly string[], patience?: number): () => void {
  const { Worker: Started } = workerThreads;
  const base = setVariables(process.env);
  const idle = new Set<KeptThread>();
  let commands = 0;
  let leases = 0;

  const start = (entry: string, options: WorkerOptions): KeptThread => {
    const thread = new Started(SERVER, { ...options, env: base });
    thread.unref();
    const kept = { thread, entry, options: JSON.stringify(options), command: commands };
    thread.once('exit', () => idle.delete(kept));
    return kept;
  };
  const take = (entry: string, options: WorkerOptions): LeasedThread => {
    const known = [...idle].find(
      (each) => each.entry === entry && each.options === JSON.stringify(options) && each.command !== commands,
    );
    const kept = known ?? start(entry, options);
    idle.delete(kept);
    kept.command = commands;
    const lease = { lease: ++leases, environment: setVariables(process.env), folder: null };
    return new LeasedThread(kept.thread, entry, lease, () => idle.add(kept), patience);
  };

  const isKept = (options: WorkerOptions) => Object.keys(options).every((name) => SHARED_OPTIONS.has(name));
  const WorkerOrKept = new Proxy(Started, {
    construct(target, values: [string | URL, WorkerOptions?], newTarget) {
      const [entry, options = {}] = values;
      const file = entry instanceof URL ? fileURLToPath(entry) : entry;
      if (!entries.includes(file) || !isKept(options)) return Reflect.construct(target, values, newTarget);
      return take(pathToFileURL(file).href, options);
    },
  });
  Object.assign(workerThreads, { Worker: WorkerOrKept });
  syncBuiltinESMExports();
  return () => {
    commands += 1;
  };
}
