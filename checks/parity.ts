/**
 * Holds chat through a gateway against chat by command: the same random cases through both doors.
 *
 * `pnpm exec node checks/parity.ts [--target SPEC] [--cases N] [--seed N] [--from N] [--to N] [--workers N]`. Prints each case whose chat sent
 * another first credential or ended otherwise, by the class of the difference. It ends with 1 where there is a
 * difference besides the strict preflights.
 */
import { Command } from 'commander';
import { caseCount, seedNumber, wholeNumber } from '../cli/options.ts';
import { installSubject } from '../gateway/subject/install.ts';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { credentialsText, firstCredentials, outcomeText } from '../invariants/behaviour.ts';
import { endedInPreflight } from '../invariants/law.ts';
import { areSameCredentials } from '../observation/credential.ts';
import type { Observation } from '../observation/observation.ts';
import { setupLine } from '../reports/setup-text.ts';
import { randomCases } from '../search/draw/random-cases.ts';
import { spaceOf } from '../search/draw/space.ts';
import { createEvaluator } from '../search/evaluate/evaluator.ts';
import { mapRoundRobin } from '../search/evaluate/map-round-robin.ts';
import { wasTested } from '../search/evaluate/was-tested.ts';
import { logLine } from '../support/log-line.ts';
import { median } from '../support/median.ts';

type Difference =
  /** The references of the whole setup are resolved first, and one of them cannot be. */
  | 'strict preflight of the command'
  | 'strict preflight of the gateway'
  /** It says nothing of a turn. */
  | 'the gateway did not start'
  /** The doors sent other credentials first, or one of them sent none. */
  | 'another first credential'
  /** The same credential, and another end. */
  | 'another end';

const options = new Command('parity')
  .option('--target <spec>', 'version, .tgz or folder', DEFAULT_TARGET)
  .option('--cases <n>', 'random cases', caseCount, 60)
  .option('--seed <n>', 'the same seed gives the same cases', seedNumber, 1)
  .option('--from <n>', 'leave out the cases before this one', wholeNumber(1_000_000), 1)
  .option('--to <n>', 'leave out the cases after this one', wholeNumber(1_000_000), 1_000_000)
  .option('--workers <n>', 'subjects side by side', wholeNumber(256), 1)
  .parse()
  .opts<{ target: string; cases: number; seed: number; from: number; to: number; workers: number }>();
const subject = await installSubject(options.target, logLine);
const first = options.from - 1;
const all = randomCases(spaceOf(subject, ['chat']), options.seed, options.cases);
const cases = all.slice(first, options.to);
await using evaluator = await createEvaluator(subject, options.workers, { reference: 'command' });
const times = { command: [] as number[], gateway: [] as number[] };

const differences = await mapRoundRobin(cases, evaluator.workers, async (value, index) => {
  const worker = evaluator.worker(index);
  const [command] = (await worker.warm('embedded')(value, ['chat']))!;
  const [gateway] = (await worker.warm('gateway')(value, ['chat']))!;
  times.command.push(command!.milliseconds);
  times.gateway.push(gateway!.milliseconds);
  const difference = differenceOf(command!, gateway!);
  logLine(`${first + index + 1} of ${options.cases}: ${difference ?? 'equal'}`);
  if (!difference) return null;
  const lines = [
    `${difference}, case ${first + index + 1}: ${value.provider.id}, ${setupLine(value)}`,
    `  command: ${describe(command!)}`,
    `  gateway: ${describe(gateway!)}`,
    `  ${JSON.stringify(value)}`,
  ];
  // Each at once: a long run that is stopped loses none.
  process.stdout.write(`${lines.join('\n')}\n`);
  return difference;
});
const starts = evaluator.gatewayStarts();

const found = differences.filter((each) => each !== null);
const counts = Object.entries(Object.groupBy(found, (each) => each)).map(
  ([difference, each]) => `${difference} ${each.length}`,
);
process.stdout.write(
  `openclaw ${subject.version}: ${cases.length} cases, ${cases.length - found.length} equal${counts.map((each) => `, ${each}`).join('')} · gateway starts: ${starts} · median ms: command ${median(times.command)}, gateway with its start ${median(times.gateway)}\n`,
);
process.exitCode = found.some((difference) => !difference.startsWith('strict preflight')) ? 1 : 0;

function differenceOf(command: Observation, gateway: Observation): Difference | null {
  if (endedInPreflight(command) && !endedInPreflight(gateway)) return 'strict preflight of the command';
  if (endedInPreflight(gateway) && !endedInPreflight(command)) return 'strict preflight of the gateway';
  if (!wasTested(gateway)) return 'the gateway did not start';
  if (!areSameCredentials(firstCredentials(command), firstCredentials(gateway)))
    return 'another first credential';
  return outcomeText(command) === outcomeText(gateway) ? null : 'another end';
}

function describe(observation: Observation): string {
  const { outcome, requests } = observation;
  const message = outcome.kind === 'failure' ? ` (${outcome.message.slice(0, 300)})` : '';
  const statuses = requests.map(({ status }) => status).join(' ');
  return `${credentialsText(firstCredentials(observation))} → ${outcomeText(observation)} [${statuses}]${message}`;
}
