/**
 * Runs, for each upstream bug of a list, one case that says what the bug needs, on a build that has it and on one that
 * does not, and prints what the laws say of both. It shows whether the vocabulary, the stubs or the laws are what a
 * missed bug lacks; a search says how likely a case is, and this does not.
 *
 * `node checks/directed-bugs.ts [--trials FILE] [--only ID,ID] [--side affected|fixed]`. A trial is
 * `{ id, affected, fixed, paths, provider, changes }`: what its provider and its case have beyond a plain one. It always
 * ends with 0: what it prints is to be read.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Command, Option } from 'commander';
import { z } from 'zod';
import { createDriver } from '../gateway/driver.ts';
import { installSubject } from '../gateway/subject/install.ts';
import { type Case, caseSchema } from '../generators/case.ts';
import { CASE_SCHEMA_VERSION } from '../generators/case-migrations.ts';
import { PLAIN, PLAIN_SETUP } from '../generators/plain-case.ts';
import { credentialsText, firstCredentials, modelRequests, outcomeText } from '../invariants/behaviour.ts';
import { judge } from '../invariants/laws.ts';
import type { Observation } from '../observation/observation.ts';
import { pathNameSchema } from '../observation/path-name.ts';
import { logLine } from '../support/log-line.ts';

const partSchema = z.record(z.string(), z.unknown());
const trialsSchema = z.array(
  z.strictObject({
    id: z.string(),
    affected: z.string(),
    fixed: z.string(),
    paths: z.array(pathNameSchema),
    provider: partSchema,
    changes: partSchema.default({}),
  }),
);
type Trial = z.infer<typeof trialsSchema>[number];

const { trials, only, side } = new Command('directed-bugs')
  .option('--trials <file>', 'a JSON file of trials', path.join(import.meta.dirname, 'directed-bugs.json'))
  .option('--only <ids>', 'some of them', (text) => text.split(','))
  .addOption(new Option('--side <side>', 'one build of each').choices(['affected', 'fixed']))
  .parse()
  .opts<{ trials: string; only?: string[]; side?: 'affected' | 'fixed' }>();

const runs = trialsSchema
  .parse(JSON.parse(readFileSync(trials, 'utf8')))
  .filter(({ id }) => !only || only.includes(id))
  .flatMap((trial) =>
    (['affected', 'fixed'] as const)
      .filter((each) => !side || each === side)
      .map((each) => ({ trial, side: each, target: trial[each] })),
  );
for (const [target, ofTarget] of Map.groupBy(runs, (run) => run.target)) {
  const subject = await installSubject(target, logLine);
  await using driver = await createDriver(subject);
  for (const { trial, side } of ofTarget) {
    const value = caseOf(trial);
    const observations: Observation[] = [];
    for (const path of trial.paths) observations.push(await driver.observe(value, path, 'embedded'));
    const violations = judge({ value, version: subject.version, observations, variants: {} });
    process.stdout.write(
      `#${trial.id} ${side} ${subject.version}: ${violations.length || 'no'} violations\n`,
    );
    for (const { fingerprint, detail } of violations)
      process.stdout.write(`  ${fingerprint}\n    ${detail}\n`);
    for (const each of observations) process.stdout.write(`    ${lineOf(each)}\n`);
  }
}

function caseOf({ provider, changes }: Trial): Case {
  const { otherProvider, ...others } = changes;
  return caseSchema.parse({
    schemaVersion: CASE_SCHEMA_VERSION,
    ...PLAIN,
    ...others,
    provider: { ...PLAIN_SETUP, ...provider },
    otherProvider: otherProvider ? { ...PLAIN_SETUP, ...partSchema.parse(otherProvider) } : null,
  });
}

function lineOf(observation: Observation): string {
  const { path, outcome, status, probe } = observation;
  if (outcome.kind === 'unsupported') return `${path}: unsupported (${outcome.reason})`;
  const words = outcome.kind === 'failure' ? ` (${outcome.message.slice(0, 200)})` : '';
  const requests = modelRequests(observation).map(
    ({ host, path: place, status: answer }) => `${host}${place} ${answer}`,
  );
  const rows = probe?.map((row) => `${row.profileId ?? row.source} ${row.status} ${row.reason ?? ''}`) ?? [];
  return [
    `${path}: ${outcomeText(observation)}${words}`,
    credentialsText(firstCredentials(observation)),
    requests.slice(0, 4).join(', '),
    status ? `status ${status}` : '',
    rows.join(', '),
  ]
    .filter(Boolean)
    .join('; ');
}
