/** The `cli` lane: the real command in a fresh process. */
import { execa } from 'execa';
import type { Subject } from '../subject/subject.ts';
import type { WorkerEnd } from '../worker/worker-process.ts';

export async function runCommand(
  subject: Subject,
  argv: readonly string[],
  environment: Readonly<Record<string, string>>,
  folder: string,
  timeoutMs: number,
): Promise<WorkerEnd> {
  const result = await execa(process.execPath, [subject.command, ...argv], {
    cwd: folder,
    env: environment,
    extendEnv: false,
    stdin: 'ignore',
    reject: false,
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
    stripFinalNewline: false,
  });
  const { stdout, stderr } = result;
  const tail = `${stdout}\n${stderr}`;
  if (result.timedOut) return { kind: 'timed-out', tail };
  if (result.exitCode === undefined) return { kind: 'crashed', tail };
  return { kind: 'reply', reply: { id: 0, stdout, stderr, exitCode: result.exitCode, thrown: null } };
}
