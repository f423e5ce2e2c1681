/**
 * Runs one path in one lane: the command in the warm process or in a fresh one, or the function behind it.
 *
 * @source docs/openclaw-auth-contract.md 5 (entry points)
 */
import path from 'node:path';
import type { Lane } from '../../observation/lane.ts';
import type { Asked } from '../../paths/parts/drive.ts';
import type { AnyPath } from '../../paths/paths.ts';
import type { Home } from '../home/home.ts';
import type { Subject } from '../subject/subject.ts';
import { traitsOf } from '../versions/traits.ts';
import type { WorkerEnd, WorkerProcess } from '../worker/worker-process.ts';
import { writeCredentials } from '../worker/write-credentials.ts';
import { runCommand } from './cli.ts';
import { programPath } from './program-path.ts';
import { LONGEST_RUN_MS } from './run-program.ts';

export interface PathRun {
  readonly path: AnyPath;
  readonly lane: Lane;
  readonly home: Home;
  readonly asked: Asked;
}

/** The parts that all runs of a driver share. */
export interface PathRunner {
  readonly subject: Subject;
  readonly worker: WorkerProcess;
  /** The variables of every process of the subject, beside those of the home. */
  readonly environment: Readonly<Record<string, string>>;
  /** The folder of the media that commands are given. */
  readonly media: string;
}

/** @throws Error when the auth store cannot be written: without it a case is another case, and that is our failure */
export async function runPath(
  { subject, worker, environment: base, media }: PathRunner,
  { path: { drive }, lane, home, asked }: PathRun,
): Promise<WorkerEnd> {
  const traits = traitsOf(subject.version);
  const { work: folder, agentFolder } = home;
  const environment = { ...home.environment, PATH: programPath(home, base) };
  await writeCredentials(worker, home, environment, LONGEST_RUN_MS);
  if (lane === 'embedded' && drive.file && drive.functionBehind?.(traits) === 'describe-image') {
    const file = path.join(media, drive.file.name);
    return worker.send({ kind: 'image', file, agentFolder, environment, folder }, LONGEST_RUN_MS);
  }
  const argv = drive.command(asked, media);
  // A build that cannot run its command line twice in one process runs it in a fresh one, in either lane.
  const run = { traits, provider: asked.provider, hasPrograms: home.programs !== null };
  const isFresh = !subject.runsWarm || drive.needsFreshProcess?.(run);
  if (lane === 'embedded' && !isFresh) {
    return worker.send({ kind: 'command', argv, environment, folder }, LONGEST_RUN_MS);
  }
  return runCommand(subject, {
    argv,
    environment: { ...base, ...environment },
    folder,
    timeoutMs: LONGEST_RUN_MS,
    signal: worker.closing,
  });
}
