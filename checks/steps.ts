/**
 * Runs steps that were written by hand on one running gateway, and prints what each path sent.
 *
 * `node checks/steps.ts FILE [--target SPEC]`. FILE holds `{ "case": …, "steps": [ … ] }`. It ends with 1 when a path
 * sent a credential that the provider refuses, such as a key that was replaced.
 */
import { rm } from 'node:fs/promises';
import { Command } from 'commander';
import { z } from 'zod';
import { startRuns } from '../gateway/driver.ts';
import { gatewayLaneParts } from '../gateway/running/gateway-lane.ts';
import { runSteps } from '../gateway/running/steps-on-gateway.ts';
import { installSubject } from '../gateway/subject/install.ts';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { caseSchema } from '../generators/case.ts';
import { describePlace } from '../generators/secrets/place.ts';
import { stepSchema } from '../generators/steps/step.ts';
import { outcomeText } from '../invariants/behaviour.ts';
import type { Credential } from '../observation/credential.ts';
import { setupText } from '../reports/setup-text.ts';
import { stepText } from '../reports/steps-text.ts';
import { BadInput } from '../support/bad-input.ts';
import { firstIssue } from '../support/first-issue.ts';
import { readJson } from '../support/read-json.ts';

const command: Command = new Command('steps')
  .argument('<file>', 'the case and its steps')
  .option('--target <spec>', 'version, .tgz or folder', DEFAULT_TARGET)
  .parse();
const file = command.args[0]!;
const parsed = z
  .strictObject({ case: caseSchema, steps: z.array(stepSchema).min(1) })
  .safeParse(await readJson(file).catch((error: Error) => command.error(error.message, { exitCode: 2 })));
if (!parsed.success) command.error(`${file}: ${firstIssue(parsed.error)}`, { exitCode: 2 });
const { case: value, steps } = parsed.data;
const subject = await installSubject(command.opts<{ target: string }>().target, (line) =>
  process.stderr.write(`${line}\n`),
);
const runs = await startRuns(subject, null);
const parts = await gatewayLaneParts(runs);
try {
  const ends = await runSteps(parts, value, steps);
  process.stdout.write(`openclaw ${subject.version}\n${setupText(value, subject.version)}\n`);
  for (const [index, { step, observation }] of ends.entries()) {
    const sent = observation?.requests.flatMap(({ credentials }) => credentials).map(credentialText);
    const seen = observation ? ` ${sent?.join(', ') || 'nothing sent'} → ${outcomeText(observation)}` : '';
    process.stdout.write(`${index + 1}. ${stepText(step)}${seen}\n`);
    if (observation?.requests.some(({ credentials }) => credentials.some(isRefused))) process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof BadInput)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
} finally {
  await parts.beside.worker.close();
  await runs.worker.close();
  await runs.server.close();
  await rm(runs.folder, { recursive: true, force: true, maxRetries: 3 });
}

function credentialText(credential: Credential): string {
  return credential.kind === 'secret'
    ? `${credential.validity} key of ${describePlace(credential.place)}`
    : credential.kind;
}

function isRefused(credential: Credential): boolean {
  return credential.kind === 'secret' && credential.validity === 'stale';
}
