/** Runs a program to its end, and ends with it all that it started. */
import { execa } from 'execa';
import { groupOf, isFromOutside } from '../../support/process-group.ts';

/** The time for which the children of a program may go on writing once it has ended. */
const GRACE_MS = 5000;

/** A path that takes longer is an observation of its own. */
export const LONGEST_RUN_MS = 240_000;

export interface Program {
  readonly argv: readonly string[];
  /** The whole environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** The working directory. */
  readonly folder: string;
  readonly timeoutMs: number;
  /** Ends it before its time; absent: nothing does. */
  readonly signal?: AbortSignal;
  /** Text for its standard input; absent: it has none. */
  readonly input?: string;
}

export interface ProgramEnd {
  readonly stdout: string;
  readonly stderr: string;
  /** Null where a signal ended it. */
  readonly exitCode: number | null;
  readonly timedOut: boolean;
  /** Whether somebody else ended it. */
  readonly interrupted: boolean;
}

/** Runs Node, in a group of its own: Ctrl-C in a terminal is this process's to hear, and not the subject's. */
export async function runProgram({
  argv,
  environment,
  folder,
  timeoutMs,
  signal,
  input,
}: Program): Promise<ProgramEnd> {
  const child = execa(process.execPath, argv, {
    cwd: folder,
    env: environment,
    extendEnv: false,
    ...(input === undefined ? { stdin: 'ignore' } : { input }),
    reject: false,
    detached: true,
    stripFinalNewline: false,
  });
  const end = groupOf(child);
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    end();
  }, timeoutMs);
  child.nodeChildProcess.once('exit', () => setTimeout(end, GRACE_MS).unref());
  signal?.addEventListener('abort', end);
  if (signal?.aborted) end();
  try {
    const { stdout, stderr, exitCode, signal: endedBy } = await child;
    const interrupted = !timedOut && !signal?.aborted && isFromOutside(endedBy);
    return { stdout, stderr, exitCode: exitCode ?? null, timedOut, interrupted };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
    end();
  }
}
