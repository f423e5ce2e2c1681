/** Actions without a gateway: commands, one after the other. */
import { runCommand } from '../lanes/cli.ts';
import { programPath } from '../lanes/program-path.ts';
import type { DriverRuns } from '../observe-in-home.ts';
import { writeCredentials } from '../worker/write-credentials.ts';
import { doneOf, type HostActions, type InHome } from './host-actions.ts';

export const COMMAND_MS = 120_000;

/** @param lane `embedded`: in the warm process. `cli`: a fresh process each */
export function commandActions(runs: DriverRuns, lane: 'embedded' | 'cli'): HostActions {
  const { subject, worker } = runs;
  return {
    async command({ home }, argv, input) {
      const environment = environmentOf(runs, home);
      const folder = home.work;
      const piped = input === undefined ? {} : { input };
      if (subject.runsWarm && lane === 'embedded')
        return doneOf(
          await worker.send({ kind: 'command', argv: [...argv], ...piped, environment, folder }, COMMAND_MS),
        );
      const program = {
        ...{ argv, folder, signal: worker.closing },
        environment: { ...runs.environment, ...environment },
      };
      return doneOf(await runCommand(subject, { ...program, ...piped, timeoutMs: COMMAND_MS }));
    },
    async storeSecrets({ home }, secrets) {
      const own = { ...home, pendingSecrets: secrets };
      await writeCredentials(worker, own, environmentOf(runs, home), COMMAND_MS);
      return { kind: 'done', stdout: '' };
    },
    call: async () => ({ kind: 'undone', why: 'no gateway runs' }),
    restart: async () => ({ kind: 'done', stdout: '' }),
    settle: async () => {},
  };
}

export function environmentOf(runs: DriverRuns, home: InHome['home']): Record<string, string> {
  return { ...home.environment, PATH: programPath(home, runs.environment) };
}
