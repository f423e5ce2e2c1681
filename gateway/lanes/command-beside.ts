import type { Subject } from '../subject/subject.ts';
import type { WorkerEnd, WorkerProcess } from '../worker/worker-process.ts';
import { runCommand } from './cli.ts';

export interface CommandBeside {
  readonly argv: readonly string[];
  /** Text for its standard input; absent: it has none. */
  readonly input?: string | undefined;
  /** The whole environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
}

/** Runs a command in the warm process, or in a fresh one where a build cannot run its command line twice in one process. */
export function runBeside(
  { subject, worker }: { readonly subject: Subject; readonly worker: WorkerProcess },
  { argv, input, environment, folder }: CommandBeside,
  timeoutMs: number,
): Promise<WorkerEnd> {
  const piped = input === undefined ? {} : { input };
  if (!subject.runsWarm)
    return runCommand(subject, { argv, environment, folder, timeoutMs, signal: worker.closing, ...piped });
  return worker.send(
    { kind: 'command', argv: [...argv], environment: { ...environment }, folder, ...piped },
    timeoutMs,
  );
}
