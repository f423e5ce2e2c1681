/** Every command that the suite tells its user to run, runs where it was told: in a checkout and in a foreign folder. */
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { plainCase } from '../generators/plain-case.ts';
import { annotations, jobSummary } from '../reports/github.ts';
import { junitReport } from '../reports/junit.ts';
import { matrixPage } from '../reports/matrix-page.ts';
import { htmlPage } from '../reports/page/page.ts';
import { runView } from '../reports/page/run-view.ts';
import { textReport } from '../reports/text.ts';
import { versionRowSchema } from '../search/saved/matrix.ts';
import { PACKAGE_ROOT } from '../support/package-root.ts';
import { manyFindings } from '../test-support/many-findings.ts';
import { faultsOfLine, printedLines } from '../test-support/printed-lines.ts';
import { createProgram } from './program.ts';

/** A body for another machine, and a comment in a document of this repository. */
const FOR_OTHERS = ['reports/issue/body.ts', 'reports/promises-page.ts'];

const names = createProgram().commands.map((command) => command.name());
const BY_HAND = new RegExp(`auth-conformance (-|(${names.join('|')})\\b)`);

const folder = mkdtempSync(path.join(os.tmpdir(), 'foreign repository-'));
afterAll(() => rmSync(folder, { recursive: true }));
const suite = path.join(PACKAGE_ROOT, 'bin', 'auth-conformance.js');

const result = await manyFindings();
const row = versionRowSchema.parse({
  version: DEFAULT_TARGET,
  target: DEFAULT_TARGET,
  files: ['cases/x.json'],
  digest: '',
  violations: (['cli', 'embedded', 'gateway'] as const).map((lane) => ({
    ...{ law: 'same-failure', paths: ['chat'], detail: '', file: 'cases/x.json', lane },
    case: plainCase({ id: 'openai' }),
  })),
  flaky: [],
  tested: ['chat'],
  judged: {},
  notTestable: [],
  seconds: 1,
});

describe('a line that the suite prints', () => {
  it.each([
    ['the text', textReport(result)],
    ['the job summary', jobSummary(result)],
    ['annotations', annotations(result)],
    ['JUnit', junitReport(result)],
    ['the page', htmlPage(runView(result))],
    [
      'the page of the matrix',
      matrixPage({ rows: [row], lane: 'embedded', suite: '', date: '', stopped: null }),
    ],
  ])('runs as it stands in %s', (what, text) => {
    const lines = printedLines(text);
    for (const line of lines) expect({ line, faults: faultsOfLine(line) }).toEqual({ line, faults: [] });
    expect(lines.length > 0 || what === 'annotations').toBe(true);
  });

  it('is known for one that does not run', () => {
    const [line] = printedLines('node none/auth-conformance.js replay x.json --lanes');
    expect(faultsOfLine(line!)).toEqual(['there is no none/auth-conformance.js', 'replay has no --lanes']);
  });

  it('is never written by hand', () => {
    const files = globSync('{cli,gateway,import,reports,search,support}/**/*.ts', { cwd: PACKAGE_ROOT });
    const byHand = files
      .filter((file) => !file.endsWith('.test.ts') && !FOR_OTHERS.includes(file))
      .filter((file) =>
        readFileSync(path.join(PACKAGE_ROOT, file), 'utf8')
          .split('\n')
          .some((line) => !/^\s*(\*|\/)/.test(line) && BY_HAND.test(line)),
      );
    expect(files.length).toBeGreaterThan(100);
    expect(byHand).toEqual([]);
  });

  it('runs in a foreign folder, with names that a shell would read otherwise', async () => {
    const home = path.join(folder, '.openclaw');
    mkdirSync(home);
    writeFileSync(
      path.join(home, 'openclaw.json'),
      JSON.stringify({ agents: { defaults: { model: 'openai/gpt-5.4' } } }),
    );
    const out = "my case; it's $HOME.json";
    const { stdout } = await execa('node', [suite, 'import', '.', '--out', out], { cwd: folder });
    const [line] = /^next: (.*)$/m.exec(stdout)?.slice(1) ?? [];
    // The line reads the case, and ends at a target that is none.
    const target = `--target ${DEFAULT_TARGET}`;
    const { stderr, exitCode } = await execa(line!.replace(target, '--target none'), {
      cwd: folder,
      shell: '/bin/sh',
      reject: false,
    });
    expect({ stderr, exitCode }).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('"none" names no build'),
    });
  });
});
