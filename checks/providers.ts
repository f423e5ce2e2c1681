/**
 * Runs every provider of a build on every path with one live credential.
 *
 * `pnpm exec node checks/providers.ts [--target SPEC] [--providers LIST] [--paths LIST] [--lane LANE]`. It ends with 1
 * when a path of one does not answer, or none was run. `docs/measurements/` keeps what it printed.
 */
import Table from 'cli-table3';
import { Command } from 'commander';
import { laneOption, pathList, providerList } from '../cli/options.ts';
import { createDriver } from '../gateway/driver.ts';
import { installSubject } from '../gateway/subject/install.ts';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { traitsOf } from '../gateway/versions/traits.ts';
import { NO_AWS_SOURCES } from '../generators/axes/aws-setup.ts';
import type { Case } from '../generators/case.ts';
import { PLAIN_ENTRY, PLAIN_SUBSCRIPTION, plainCase } from '../generators/plain-case.ts';
import { type ProviderId, providerOf } from '../generators/providers/catalog.ts';
import { credentialsText, firstCredentials, modelRequests, outcomeText } from '../invariants/behaviour.ts';
import type { Lane } from '../observation/lane.ts';
import { ALL_PATHS, type PathName } from '../observation/path-name.ts';
import { asksUsage, laneOfPath, pathOf } from '../paths/paths.ts';
import { logLine } from '../support/log-line.ts';

const options = new Command('providers')
  .option('--target <spec>', 'version, .tgz or folder', DEFAULT_TARGET)
  .option('--providers <list>', 'some of them', providerList)
  .option('--paths <list>', 'some paths', pathList, [...ALL_PATHS])
  .addOption(laneOption('embedded'))
  .parse()
  .opts<{ target: string; providers?: ProviderId[]; paths: PathName[]; lane: Lane }>();

const subject = await installSubject(options.target, logLine);
await using driver = await createDriver(subject);
const table = new Table({
  style: { head: [], border: [], compact: true },
  head: ['provider', 'path', 'end', 'asked', 'credential', 'ms'],
});
let [run, failed] = [0, 0];
for (const id of options.providers ?? traitsOf(subject.version).providers) {
  for (const path of options.paths) {
    const observation = await driver.observe(caseOf(id, path), path, laneOfPath(path, options.lane));
    const { outcome, milliseconds } = observation;
    if (outcome.kind === 'unsupported') continue;
    run += 1;
    if (outcome.kind === 'failure') failed += 1;
    const first = modelRequests(observation)[0];
    const end =
      outcome.kind === 'failure'
        ? `${outcomeText(observation)}: ${outcome.message}`
        : outcomeText(observation);
    const credential = credentialsText(firstCredentials(observation));
    table.push([
      id,
      path,
      end.slice(0, 160),
      first ? `${first.host}${first.path}` : '',
      credential,
      milliseconds,
    ]);
  }
}
process.stdout.write(`${table.toString()}\nopenclaw ${subject.version}: ${failed} of ${run} do not answer\n`);
process.exitCode = failed > 0 || run === 0 ? 1 : 0;

/**
 * One live credential where a user of the provider has it first: a variable, a subscription, or the provider's entry.
 */
function caseOf(id: ProviderId, path: PathName): Case {
  const { environmentVariables, profileTypes, subscription } = providerOf(id);
  // Usage is told of what profiles hold, where a provider has profiles of more than keys.
  const type = subscription ? 'oauth' : profileTypes.find((each) => each !== 'api_key');
  if (asksUsage(pathOf(path)) && type) return plainCase({ id, profiles: [{ ...PLAIN_SUBSCRIPTION, type }] });
  const [name] = environmentVariables;
  const key = { source: 'inline', holds: 'live', shape: 'plain' } as const;
  const environment = name ? [{ name, layer: 'process', holds: 'live', shape: 'plain' } as const] : [];
  if (id === 'amazon-bedrock') {
    return plainCase({ id, environment, entry: { ...PLAIN_ENTRY, auth: 'aws-sdk' }, aws: NO_AWS_SOURCES });
  }
  if (name) return plainCase({ id, environment });
  if (!profileTypes.includes('oauth')) return plainCase({ id, entry: { ...PLAIN_ENTRY, apiKey: key } });
  return plainCase({ id, profiles: [PLAIN_SUBSCRIPTION] });
}
