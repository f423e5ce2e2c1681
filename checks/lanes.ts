/**
 * Holds the warm lane against the real command: the same random cases through both, path by path.
 *
 * `pnpm exec node checks/lanes.ts [--target SPEC] [--cases N] [--seed N] [--from N] [--to N] [--workers N]
 * [--paths LIST]`. Prints each path that sent another credential or ended otherwise, and the median time of each lane. It ends with 1 when there is a difference.
 */
import os from 'node:os';
import { Command } from 'commander';
import { caseCount, pathList, seedNumber, wholeNumber } from '../cli/options.ts';
import { installSubject } from '../gateway/subject/install.ts';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { credentialsText, firstCredentials, outcomeText } from '../invariants/behaviour.ts';
import type { Observation } from '../observation/observation.ts';
import type { PathName } from '../observation/path-name.ts';
import { pathsOfLane } from '../paths/paths.ts';
import { setupLine } from '../reports/setup-text.ts';
import { randomCases } from '../search/draw/random-cases.ts';
import { spaceOf } from '../search/draw/space.ts';
import { createEvaluator } from '../search/evaluate/evaluator.ts';
import { mapRoundRobin } from '../search/evaluate/map-round-robin.ts';
import { logLine } from '../support/log-line.ts';
import { median } from '../support/median.ts';

const options = new Command('lanes')
  .option('--target <spec>', 'version, .tgz or folder', DEFAULT_TARGET)
  .option('--cases <n>', 'random cases', caseCount, 40)
  .option('--seed <n>', 'the same seed gives the same cases', seedNumber, 1)
  .option('--from <n>', 'leave out the cases before this one', wholeNumber(1_000_000), 1)
  .option('--to <n>', 'leave out the cases after this one', wholeNumber(1_000_000), 1_000_000)
  .option('--workers <n>', 'subjects side by side', wholeNumber(256), os.availableParallelism())
  .option('--paths <list>', 'paths to run', pathList, pathsOfLane('cli'))
  .parse()
  .opts<{
    target: string;
    cases: number;
    seed: number;
    from: number;
    to: number;
    workers: number;
    paths: PathName[];
  }>();
const subject = await installSubject(options.target, logLine);
const cases = randomCases(spaceOf(subject), options.seed, options.cases).slice(options.from - 1, options.to);
await using evaluator = await createEvaluator(subject, options.workers, { reference: 'command' });
const times: Record<'embedded' | 'cli', number[]> = { embedded: [], cli: [] };
let compared = 0;
const differences = await mapRoundRobin(cases, evaluator.workers, async (value, place) => {
  const worker = evaluator.worker(place);
  const warm = (await worker.warm('embedded')(value, options.paths)) ?? [];
  const cold = (await worker.warm('cli')(value, options.paths)) ?? [];
  const lines = warm.flatMap((each, index) => {
    const other = cold[index]!;
    if (each.outcome.kind === 'unsupported' || other.outcome.kind === 'unsupported') return [];
    compared += 1;
    times.embedded.push(each.milliseconds);
    times.cli.push(other.milliseconds);
    const [left, right] = [behaviour(each), behaviour(other)];
    return left === right ? [] : [`${each.path}: warm ${left} · command ${right}`];
  });
  logLine(`${options.from + place} of ${options.cases}${lines.length > 0 ? `: ${lines.join('; ')}` : ''}`);
  return lines.length > 0
    ? [`${value.provider.id}, ${setupLine(value)}`, ...lines, JSON.stringify(value)]
    : [];
});
const found = differences.filter((lines) => lines.length > 0);
const [warm, cold] = [median(times.embedded), median(times.cli)];
process.stdout.write(`${found.map((lines) => lines.join('\n  ')).join('\n')}\n`);
process.stdout.write(
  `openclaw ${subject.version}: ${cases.length} cases, ${compared} paths compared, ${found.length} cases differ · median a path: warm ${warm} ms, command ${cold} ms (${(cold / warm).toFixed(1)} times)\n`,
);
process.exitCode = found.length > 0 ? 1 : 0;

/** The facts that both lanes must agree on: credential, outcome and the verdict of the probe. */
function behaviour(observation: Observation): string {
  const probe = observation.probe?.map(({ profileId, source, status }) => `${profileId ?? source} ${status}`);
  return `${credentialsText(firstCredentials(observation))} → ${outcomeText(observation)}${probe ? ` [${probe.sort().join(', ')}]` : ''}`;
}
