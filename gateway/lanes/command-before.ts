/** The commands that a case's user ran on the home before any path is taken. */
import type { Lane } from '../../observation/lane.ts';
import { type Home, withStoresWritten } from '../home/home.ts';
import type { Subject } from '../subject/subject.ts';
import { traitsOf } from '../versions/traits.ts';
import type { WorkerProcess } from '../worker/worker-process.ts';
import { writeCredentials } from '../worker/write-credentials.ts';
import { runCommand } from './cli.ts';
import { programPath } from './program-path.ts';
import { LONGEST_RUN_MS } from './run-program.ts';

/** The commands that a warm process runs. Others, such as a doctor, take no database that another process has open. */
const RUNS_WARM: readonly (string | undefined)[] = ['models', 'config'];

export interface CommandRunner {
  readonly subject: Subject;
  readonly worker: WorkerProcess;
  /** The variables of every process of the subject, beside those of the home. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * The home after its commands, with everything written that only the subject can write; the same home where there are none.
 * A command may end as it likes: what it left behind, the paths show.
 *
 * @param lane in which the paths are taken: the warm process runs what it can
 *
 * @throws Error when the auth store cannot be written: without it a case is another case, and that is our failure
 */
export async function afterCommandsBefore(
  { subject, worker, environment: base }: CommandRunner,
  home: Home,
  lane: Lane,
): Promise<Home> {
  if (home.commandsBefore.length === 0) return home;
  const environment = { ...home.environment, PATH: programPath(home, base) };
  const runsWarm =
    lane === 'embedded' &&
    subject.runsWarm &&
    home.commandsBefore.every(([first]) => RUNS_WARM.includes(first));
  // Whoever wrote a database keeps it open. At one place, the warm process may have that of an earlier home open as well.
  const hasOwnPlace = traitsOf(subject.version).homePath === 'fresh';
  const writer = runsWarm || !hasOwnPlace ? worker : worker.another();
  try {
    await writeCredentials(writer, home, environment, LONGEST_RUN_MS);
  } finally {
    if (!runsWarm) await writer.recycle();
  }
  for (const words of home.commandsBefore) {
    const argv = [...words];
    if (runsWarm) {
      await worker.send({ kind: 'command', argv, environment, folder: home.work }, LONGEST_RUN_MS);
      continue;
    }
    await runCommand(subject, {
      argv,
      environment: { ...base, ...environment },
      folder: home.work,
      timeoutMs: LONGEST_RUN_MS,
      signal: worker.closing,
    });
  }
  return { ...withStoresWritten(home), commandsBefore: [] };
}
