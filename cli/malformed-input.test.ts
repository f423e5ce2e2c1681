/**
 * Malformed input in the process: 7,900 files, homes, builds and options. Each is refused in one clear line
 * (`test-support/clear-line.ts`), or read as if it were sound; an error that nobody foresaw fails the test.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readSubject } from '../gateway/subject/subject.ts';
import { checkTarball } from '../gateway/subject/tarball.ts';
import { parseTarget } from '../gateway/subject/target.ts';
import { isVersion } from '../gateway/versions/version.ts';
import { readBaseline } from '../search/baseline/baseline.ts';
import { keptObservations } from '../search/evaluate/kept-observations.ts';
import { readResult } from '../search/result/result-file.ts';
import { readCaseFile } from '../search/saved/case-file.ts';
import { readVerdicts } from '../search/saved/verdict-file.ts';
import { PACKAGE_ROOT } from '../support/package-root.ts';
import { faultsOf } from '../test-support/clear-line.ts';
import { configuredHome } from '../test-support/configured-home.ts';
import { liftedHome } from '../test-support/lifted-home.ts';
import { oddText, spoiledBytes, spoiledJson } from '../test-support/malformed.ts';
import { run, standIn, unresolved } from '../test-support/stand-in.ts';
import { errorLine } from './error-line.ts';
import { createProgram } from './program.ts';

const SEED = 25;
const folder = mkdtempSync(path.join(os.tmpdir(), 'malformed-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Whether the use was refused; throws what is no clear line of it. */
async function isRefused(use: () => unknown, place: readonly string[]): Promise<boolean> {
  try {
    await use();
    return false;
  } catch (error) {
    const line = errorLine(error);
    if (line === null) throw error;
    expect({ line, faults: faultsOf(line, place) }).toEqual({ line, faults: [] });
    return true;
  }
}

/** @param least the share of inputs that is refused: without it the property could hold of nothing */
async function refuses<Input>(
  arbitrary: fc.Arbitrary<Input>,
  use: (input: Input) => unknown,
  place: readonly string[],
  numRuns: number,
  least = 0.6,
): Promise<void> {
  let refused = 0;
  const property = fc.asyncProperty(arbitrary, async (input) => {
    if (await isRefused(() => use(input), place)) refused += 1;
  });
  await fc.assert(property, { seed: SEED, numRuns, endOnFailure: true });
  expect(refused).toBeGreaterThanOrEqual(numRuns * least);
}

const file = path.join(folder, 'input.json');
const withFile = (read: (file: string) => unknown) => (bytes: Buffer) => {
  writeFileSync(file, bytes);
  return read(file);
};
const json = (name: string): unknown => JSON.parse(readFileSync(path.join(PACKAGE_ROOT, name), 'utf8'));
const baseline = json('baselines/openclaw.json') as { causes: { findings: unknown[] }[] };
const smallest = baseline.causes.find(({ findings }) => findings.length === 1);

describe('malformed input is refused in one clear line', () => {
  it('as a case', () =>
    refuses(spoiledJson(json('cases/openai-masked-key.json')), withFile(readCaseFile), ['input.json'], 1500));

  it('as a case that is a home', () =>
    refuses(
      spoiledJson({ schemaVersion: 1, case: configuredHome({ agents: { defaults: {} } }, ['image']) }),
      withFile(readCaseFile),
      ['input.json'],
      500,
      0.5,
    ));

  it('as a baseline', () =>
    refuses(spoiledJson({ ...baseline, causes: [smallest] }), withFile(readBaseline), ['input.json'], 1000));

  it('as a result', async () => {
    const result = await run(standIn(unresolved), { cases: 20 });
    await refuses(
      spoiledJson(JSON.parse(JSON.stringify(result))),
      withFile(readResult),
      ['input.json'],
      800,
      0.5,
    );
  });

  it('as verdicts of a bisection', () =>
    refuses(
      spoiledJson({ '2026.9.6': { verdict: 'violates', reason: null } }),
      withFile(readVerdicts),
      ['input.json'],
      500,
    ));

  it('as the observations of a stopped run', () =>
    refuses(
      spoiledBytes('{}\n{}\n').map((bytes) => Buffer.concat([bytes, Buffer.from('\n')])),
      withFile(keptObservations),
      ['input.json'],
      300,
    ));

  it.each([
    [
      'openclaw.json',
      {
        agents: { defaults: { model: 'openai/gpt-5.4' } },
        models: {
          providers: {
            openai: {
              baseUrl: 'https://api.openai.com/v1',
              apiKey: 'x',
              models: [{ id: 'gpt-5.4', name: 'a' }],
            },
          },
        },
        auth: { order: { openai: ['openai:a'] } },
      },
    ],
    [
      'agents/main/agent/auth-profiles.json',
      { version: 1, profiles: { 'openai:a': { type: 'api_key', provider: 'openai', key: 'x' } } },
    ],
    ['agents/main/agent/models.json', { providers: { openai: { apiKey: 'x' } } }],
    ['state/openclaw.sqlite', { none: 'of it' }],
  ])('as %s of a home', async (name, sound) => {
    const home = mkdtempSync(path.join(folder, 'home-'));
    const config = path.join(home, '.openclaw', 'openclaw.json');
    const target = path.join(home, '.openclaw', name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(config, JSON.stringify({ agents: { defaults: { model: 'openai/gpt-5.4' } } }));
    // JSON5 reads more than JSON, and a home may hold what a case cannot say.
    await refuses(
      spoiledJson(sound),
      (bytes) => {
        writeFileSync(target, bytes);
        liftedHome(home);
      },
      [path.basename(name), 'openclaw.json', 'The provider', '--model', 'baseUrl'],
      300,
      0.3,
    );
  });

  it('as a build', async () => {
    const root = mkdtempSync(path.join(folder, 'build-'));
    const manifest = {
      name: 'openclaw',
      version: '2026.9.6',
      bin: 'openclaw.mjs',
      exports: { '.': './index.js' },
    };
    writeFileSync(path.join(root, 'openclaw.mjs'), '');
    await refuses(
      spoiledJson(manifest),
      (bytes) => {
        writeFileSync(path.join(root, 'package.json'), bytes);
        readSubject(root);
      },
      ['package.json', 'index.js'],
      500,
    );
  });

  it('as a tarball', () => {
    const tarball = path.join(folder, 'build.tgz');
    return refuses(
      spoiledBytes('not of gzip'),
      (bytes) => {
        writeFileSync(tarball, bytes);
        return checkTarball(tarball);
      },
      ['build.tgz'],
      200,
    );
  });

  it('as a target', () =>
    refuses(
      oddText.filter((text) => !isVersion(text) && text !== 'latest'),
      (text) => {
        const target = parseTarget(text);
        if (target.kind === 'folder') readSubject(target.folder);
      },
      ['names no build', 'package.json'],
      500,
    ));

  it.each([
    ...[
      '--cases',
      '--seed',
      '--workers',
      '--time',
      '--shard',
      '--paths',
      '--providers',
      '--lane',
      '--shrink-tries',
    ],
  ])('as the value of %s', (option) =>
    refuses(
      oddText,
      // The option after it is none, so that nothing is run where a value is sound.
      (text) => createProgram().parseAsync(['run', `${option}=${text}`, '--none-such'], { from: 'user' }),
      [option, '--none-such'],
      100,
      1,
    ),
  );
});
