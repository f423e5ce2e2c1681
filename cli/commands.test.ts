/** The commands from end to end, on stand-in builds that the driver runs: what they print, write and end with. */
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { PLAIN_ENTRY, plainCase } from '../generators/plain-case.ts';
import { readCaseFile, writeCaseFile } from '../search/saved/case-file.ts';
import { standInBuild } from '../test-support/stand-in-build.ts';

vi.setConfig({ testTimeout: 240_000 });

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const folder = mkdtempSync(path.join(os.tmpdir(), 'commands-test-'));
const faulty = standInBuild(DEFAULT_TARGET, { isFaulty: true });
const sound = standInBuild(DEFAULT_TARGET, { isFaulty: false });
const claim = 'same-credential | google | chat: environment | completion: entry';

/** A place without a registry, so that an install fails at once. */
const OFFLINE = { npm_config_registry: 'http://127.0.0.1:9/', npm_config_fetch_retries: '0' };

const run = async (...argv: string[]) => {
  const options = { cwd: folder, reject: false, env: { NO_COLOR: '1', ...OFFLINE } } as const;
  const node = [process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...argv]] as const;
  const { exitCode, stdout, stderr } = await execa(...node, options);
  return { exitCode, stdout, stderr };
};
const file = (name: string) => path.join(folder, name);
const json = (name: string) => JSON.parse(readFileSync(file(name), 'utf8'));

/** A live variable and a live key of the entry, of which the two paths each take another. */
const key = { holds: 'live', shape: 'plain' } as const;
await writeCaseFile(file('case.json'), {
  schemaVersion: 1,
  name: null,
  failing: [],
  claim: null,
  seenOn: [],
  case: plainCase({
    id: 'google',
    environment: [{ name: 'GEMINI_API_KEY', layer: 'process', ...key }],
    entry: { ...PLAIN_ENTRY, apiKey: { source: 'inline', ...key } },
  }),
});

describe('replay', () => {
  it('ends with 1 for a case that breaks a law, and with 0 where it breaks none', async () => {
    const args = ['replay', 'case.json', '--law', 'same-credential', '--lane', 'embedded', '--target'];
    const broken = await run(...args, faulty, '--json', 'replay.json', '--html', 'replay.html');
    expect(broken).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('violates same-credential'),
    });
    expect(json('replay.json')).toMatchObject({ verdict: 'violates', violations: [{ fingerprint: claim }] });
    expect(readFileSync(file('replay.html'), 'utf8')).toContain('same-credential');
    expect(await run(...args, sound)).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('conforms'),
    });
  });
});

describe('a disk that takes no homes', () => {
  it.runIf(process.platform === 'linux')('ends a command in one line, and nothing of it hangs', async () => {
    const argv = ['--disable-warning=ExperimentalWarning', MAIN, 'replay', 'case.json', '--target', sound];
    const shell = `trap '' XFSZ; ulimit -f 1; exec "$0" "$@"`;
    const options = { cwd: folder, reject: false, timeout: 100_000 } as const;
    const { exitCode, stderr } = await execa('sh', ['-c', shell, process.execPath, ...argv], options);
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringMatching(/^No home can be written in .*: it is too large\. Make room there\.$/),
    ]);
  });
});

describe('shrink, and issue of what it wrote', () => {
  it('keep the claim, in a case that is no larger', async () => {
    const args = ['--law', 'same-credential', '--target', faulty, '--out', 'small.json'];
    const shrunk = await run('shrink', 'case.json', ...args);
    expect(shrunk).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('written to small.json') });
    const small = await readCaseFile(file('small.json'));
    expect(String(small.claim?.fingerprint)).toBe(claim);
    expect(small.case).toMatchObject({ provider: { profiles: [], order: null } });
    const issue = await run('issue', 'small.json', '--target', faulty, '--also', sound);
    expect(issue.exitCode).toBe(0);
    expect(issue.stdout).toContain('GEMINI_API_KEY');
    expect(await run('issue', 'small.json', '--target', sound)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('is no bug of openclaw'),
    });
  });
});

describe('run', () => {
  const search = [
    'run',
    '--paths',
    'chat,completion',
    '--providers',
    'google',
    '--cases',
    '4',
    '--steps',
    '0',
  ];
  const few = [...search, '--no-saved', '--no-baseline', '--survey', '--allow-gaps', '--workers', '1'];

  it('writes its result in each format, and two shards merge into the whole', async () => {
    const whole = await run(
      ...few,
      '--target',
      faulty,
      '--json',
      'whole.json',
      '--junit',
      'whole.xml',
      '--html',
      'whole.html',
    );
    expect(whole.exitCode).toBe(1);
    expect(json('whole.json')).toMatchObject({ cases: { asked: 4, achieved: 4 }, stopped: null });
    expect(readFileSync(file('whole.xml'), 'utf8')).toContain('<testsuites');
    expect(readFileSync(file('whole.html'), 'utf8')).toContain('<html');
    for (const index of ['1', '2'])
      await run(...few, '--target', faulty, '--shard', `${index}/2`, '--json', `part-${index}.json`);
    const merged = await run('merge', 'part-1.json', 'part-2.json', '--json', 'merged.json');
    expect(merged.exitCode).toBe(1);
    const facts = ({ findings, cases, judged }: ReturnType<typeof json>) => ({
      cases: cases.achieved,
      judged,
      findings: findings.map((each: { fingerprint: string; met: number }) => [each.fingerprint, each.met]),
    });
    expect(facts(json('merged.json'))).toEqual(facts(json('whole.json')));
    // Whatever is kept of a run goes with it.
    expect(readdirSync(folder)).not.toContain('conformance-runs');
  });

  it('leaves no record of a build that cannot be installed, so that the same command can be given again', async () => {
    const failed = await run(...few, '--target', '2026.1.99', '--keep', 'kept/record');
    expect(failed.exitCode).toBe(2);
    expect(readdirSync(folder)).not.toContain('kept');
  });
});

describe('gate', () => {
  it('is recorded as a run is, and goes on with both builds where it was', async () => {
    const few = ['--cases', '1', '--allow-gaps', '--keep', 'gate'];
    const first = await run(
      'gate',
      '--candidate',
      faulty,
      '--against',
      sound,
      ...few,
      '--json',
      'first.json',
    );
    const record = () => readdirSync(file('gate')).map((name) => [name, statSync(file(`gate/${name}`)).size]);
    const written = record();
    expect(written.map(([name]) => name)).toContain('observations-of-older.jsonl');
    expect(await run('gate', '--candidate', faulty, '--resume', 'gate')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('Leave out --candidate'),
    });
    const second = await run('gate', '--resume', 'gate', '--json', 'second.json');
    expect(second.exitCode).toBe(first.exitCode);
    // Nothing was run again.
    expect(record()).toEqual(written);
    const facts = ({ cases, judged, findings, coverage }: ReturnType<typeof json>) => [
      ...[cases, judged, findings, coverage],
    ];
    expect(json('first.json').cases.achieved).toBeGreaterThan(1);
    expect(facts(json('second.json'))).toEqual(facts(json('first.json')));
  });
});

describe('matrix', () => {
  it('has a row for each build, red for the one that breaks a law', async () => {
    const args = [
      'matrix',
      '--targets',
      `${faulty},${sound}`,
      '--from',
      'cases',
      '--html',
      'matrix.html',
      '--workers',
      '1',
    ];
    expect(await run(...args)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('holds no case'),
    });
    await writeCaseFile(file('cases/case.json'), await readCaseFile(file('case.json')));
    const { exitCode, stdout } = await run(...args);
    expect({ exitCode, stdout }).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining('2 versions'),
    });
    expect(readFileSync(file('matrix.html'), 'utf8')).toContain('same-credential');
  });
});
