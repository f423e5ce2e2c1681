/**
 * Takes every path through a running gateway with one live credential, and prints which answers by which door.
 *
 * `pnpm exec node checks/doors.ts [--target SPEC] [--paths LIST] [--provider ID]`. It ends with 1 when a path that the build has does not
 * answer.
 */
import { Command } from 'commander';
import { pathList } from '../cli/options.ts';
import { askedOf } from '../gateway/asked/asked.ts';
import { createDriver } from '../gateway/driver.ts';
import { installSubject } from '../gateway/subject/install.ts';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { plainCase } from '../generators/plain-case.ts';
import { providerIdSchema, providerOf } from '../generators/providers/catalog.ts';
import { credentialsText, firstCredentials } from '../invariants/behaviour.ts';
import type { Observation } from '../observation/observation.ts';
import { ALL_PATHS, type PathName } from '../observation/path-name.ts';
import { gatewayByGateway } from '../paths/gateway-order.ts';
import { pathOf } from '../paths/paths.ts';
import { logLine } from '../support/log-line.ts';

const options = new Command('doors')
  .option('--target <spec>', 'version, .tgz or folder', DEFAULT_TARGET)
  .option('--paths <list>', 'some of them', pathList, [...ALL_PATHS])
  .option('--provider <id>', 'whose key is live', (text) => providerIdSchema.parse(text), 'google' as const)
  .parse()
  .opts<{ target: string; paths: PathName[]; provider: ReturnType<typeof providerIdSchema.parse> }>();

const subject = await installSubject(options.target, logLine);
const [name] = providerOf(options.provider).environmentVariables;
const value = plainCase({
  id: options.provider,
  environment: name ? [{ name, layer: 'process', holds: 'live', shape: 'plain' }] : [],
});
await using driver = await createDriver(subject);
process.stdout.write(
  `| openclaw ${subject.version} | door | seconds | first sent | end |\n|---|---|---|---|---|\n`,
);
let failures = 0;
for (const path of gatewayByGateway(options.paths, 'gateway')) {
  const seen = await driver.observe(value, path, 'gateway');
  const hasFailed = seen.outcome.kind === 'failure' || seen.disclosures.length > 0 || seen.egress.length > 0;
  if (hasFailed) failures += 1;
  const cells = [path, doorOf(path), (seen.milliseconds / 1000).toFixed(1), sent(seen), end(seen)];
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
}
process.stdout.write(`gateway starts: ${driver.gatewayStarts()}\n`);
process.exitCode = failures > 0 ? 1 : 0;

function doorOf(path: PathName): string {
  const { drive } = pathOf(path);
  const asked = { ...askedOf(value, pathOf(path), options.provider, subject.version), throughGateway: true };
  const atDoor = drive.door?.(asked);
  if (atDoor) return atDoor.by === 'http' ? atDoor.door : atDoor.by;
  return drive.command(asked, '').includes('--gateway')
    ? 'its command, which asks the gateway'
    : 'its command';
}

function sent(seen: Observation): string {
  const statuses = seen.requests.filter(({ purpose }) => purpose === 'model').map(({ status }) => status);
  return `${credentialsText(firstCredentials(seen))} (${statuses.join(' ')})`;
}

function end({ outcome, disclosures, egress }: Observation): string {
  const kind =
    outcome.kind === 'failure' ? `${outcome.class}: ${outcome.message.slice(0, 300)}` : outcome.kind;
  const reason = outcome.kind === 'unsupported' ? `: ${outcome.reason}` : '';
  const found = disclosures.map(({ where, place }) => `${place.holder} in ${where}`);
  return [`${kind}${reason}`, ...found, ...egress].join('; ').replaceAll('|', '\\|').replaceAll('\n', ' ');
}
