/** The `cli` lane: the real command in a fresh process. */
import type { Subject } from '../subject/subject.ts';
import type { WorkerEnd } from '../worker/worker-process.ts';
import { type Program, runProgram } from './run-program.ts';

export async function runCommand(subject: Subject, { argv, ...program }: Program): Promise<WorkerEnd> {
  const { stdout, stderr, exitCode, timedOut, interrupted } = await runProgram({
    ...program,
    argv: [subject.command, ...argv],
  });
  const tail = `${stdout}\n${stderr}`;
  if (timedOut) return { kind: 'timed-out', tail };
  if (interrupted) return { kind: 'interrupted', tail };
  if (exitCode === null) return { kind: 'crashed', tail };
  return { kind: 'reply', reply: { stdout, stderr, exitCode, thrown: null } };
}
