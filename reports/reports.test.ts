import { describe, expect, it } from 'vitest';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { Fingerprint } from '../invariants/fingerprint.ts';
import { ALL_LAWS } from '../invariants/laws.ts';
import { ALL_PATHS } from '../observation/path-name.ts';
import type { Result } from '../search/result/result.ts';
import { verdictOf } from '../search/result/verdict.ts';
import { versionRowSchema } from '../search/saved/matrix.ts';
import { run, standIn, unresolved } from '../test-support/stand-in.ts';
import { annotations, jobSummary } from './github.ts';
import { junitReport } from './junit.ts';
import { matrixPage } from './matrix-page.ts';
import type { Paint } from './paint.ts';
import { textReport } from './text.ts';

const known = Fingerprint.parse('same-failure | google | chat: answer | image: no-credential')!;
const result = await run(standIn(unresolved), { cases: 600 });
const [finding] = result.findings;
/** The same run, had its cases exercised every promise. */
const promises = Object.fromEntries(
  Object.keys(result.promises).map((id) => [id, { exercised: 1, broken: 0 }]),
);
const conforming: Result = {
  ...result,
  // A stand-in that answers everything leaves nothing to judge after a refusal, and few cases search the web.
  judged: {
    ...result.judged,
    'after-refusal': 1,
    'search-order': 1,
    'spare-keys': 1,
    'health-word': 1,
    'entry-request': 1,
  },
  promises,
  findings: [],
  coverage: { ...result.coverage, gaps: [], gapsAllowed: false, unexercisedAllowed: false },
};
const none = conforming.baseline;

describe('the JUnit report', () => {
  it('has a test case for every law, and fails that of the broken one', () => {
    const xml = junitReport(result);
    expect(xml).toMatch(/<testsuites tests="\d+" failures="1" errors="0">/);
    expect(xml).toContain('(same-credential)');
    expect(xml.match(/<failure /g)).toHaveLength(1);
  });

  it('is green for a run that conforms', () => {
    expect(junitReport(conforming)).not.toContain('<failure ');
    expect(verdictOf(conforming)).toBe('conforms');
  });

  it.each<[string, Partial<Result>]>([
    ['no case was run', { cases: { ...result.cases, achieved: 0 } }],
    [
      'a declared pair was not reached',
      {
        coverage: { pairs: {}, declared: 1, gaps: ['a × b'], gapsAllowed: false, unexercisedAllowed: false },
      },
    ],
    [
      'a promise was not exercised',
      { promises: { ...promises, 'model-failover/api-key-type': { exercised: 0, broken: 0 } } },
    ],
    ['a path crashed', { notTestable: [{ what: 'chat', reason: 'crashed', count: 1, case: finding!.case }] }],
    ['the build refuses configurations', { rejectedConfigs: 90 }],
    ['a finding is stale', { baseline: { ...none, stale: [known], unmet: [known], replayed: 1 } }],
    ['a cause is expired', { baseline: { ...none, expired: ['a-cause'] } }],
  ])('fails where %s, as the verdict and the summary do', (_what, changes) => {
    const red = { ...conforming, ...changes };
    expect(junitReport(red).match(/<failure /g)).toHaveLength(1);
    expect(verdictOf(red)).not.toBe('conforms');
    expect(annotations(red)).toMatch(/^::error title=.+\n$/);
    expect(jobSummary(red)).toMatch(/^- /m);
  });

  it('skips what the run could not fail', () => {
    const coverage = { pairs: {}, declared: 1, gaps: ['a × b'], gapsAllowed: true, unexercisedAllowed: true };
    const baseline = { ...none, unmet: [known] };
    const judged = Object.fromEntries(ALL_LAWS.map(({ id }) => [id, 1]));
    const xml = junitReport({ ...conforming, judged, coverage, baseline });
    expect(xml.match(/<skipped/g)).toHaveLength(6);
  });

  it('skips a law that had nothing to judge, and tells how long its variants took', () => {
    const judged = { ...Object.fromEntries(ALL_LAWS.map(({ id }) => [id, 1])), cooldown: 0 };
    const xml = junitReport({ ...conforming, judged, lawTimes: { isolation: 1500 } });
    expect(xml).toMatch(/\(cooldown\)"[^>]*>\s*<skipped message="no case had anything for it to judge"/);
    expect(xml).toMatch(/\(isolation\)" time="1.5"/);
  });
});

describe('the text', () => {
  it('counts the declared pairs alone, though cases reach others', () => {
    const coverage = { ...conforming.coverage, pairs: { 'a × b': 1, 'a × header': 1 }, declared: 1 };
    expect(textReport({ ...conforming, coverage })).toContain('coverage: all 1 declared pairs reached');
  });

  it('is a few lines for a finding, and has its setup where it is asked for', () => {
    const short = textReport(result);
    const full = textReport(result, { isVerbose: true });
    const lines = short.split('\n\n')[1]!.split('\n');
    expect(lines.length).toBeLessThanOrEqual(4);
    expect(lines[0]).toContain('1. new same-failure on google: ');
    expect(lines.at(-1)).toContain('replay: node ');
    expect(short).not.toContain('openclaw.json');
    expect(full).toContain('~/.openclaw/openclaw.json');
    expect(full).toContain('credential on the wire');
  });

  it('tells the time of each phase, and laws that judged nothing from those that held', () => {
    const judged = { 'same-failure': 7, 'no-egress': 9, cooldown: 0 };
    const paint: Paint = (style, text) => `<${style}>${text}</>`;
    const phases = { searching: 3, settling: 2, replaying: 1 };
    const text = textReport({ ...result, judged, seconds: 6, phases }, { paint });
    expect(text).toContain('time: 6 s (searching 3 s, settling 2 s, replaying 1 s)');
    expect(text).toContain('<red>same-failure 7</>, <green>no-egress 9</>');
    expect(text).toContain('<yellow>laws that no case had anything for: cooldown</>');
    expect(text).toMatch(/<bold><red>verdict: violates<\/><\/>/);
  });
});

describe('what GitHub shows', () => {
  it('is one annotation for each finding, on one line', () => {
    const lines = annotations(result).trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^::error title=same-failure on openclaw 2026\.9\.6::/);
  });

  it('is a summary with verdict, table and the replay line', () => {
    const summary = jobSummary(result);
    expect(summary).toContain('**violates**');
    expect(summary).toContain('| same-failure &#124; google &#124; chat: ');
    expect(summary).toContain('node bin/auth-conformance.js replay cases/found/');
  });
});

describe('the matrix page', () => {
  const row = versionRowSchema.parse({
    version: DEFAULT_TARGET,
    target: DEFAULT_TARGET,
    files: ['cases/x.json'],
    digest: '',
    violations: [
      {
        law: 'same-failure',
        paths: ['chat', 'image'],
        detail: 'a < b',
        lane: 'cli',
        file: 'cases/x.json',
        case: finding!.case,
      },
    ],
    flaky: [
      {
        law: 'no-egress',
        paths: ['probe'],
        detail: 'only warm',
        lane: 'embedded',
        file: 'cases/y.json',
        case: finding!.case,
      },
    ],
    tested: ['chat', 'image', 'probe'],
    judged: { 'same-failure': ['chat', 'image', 'probe'], 'no-egress': ['chat'] },
    notTestable: [],
    seconds: 1,
  });
  const pageOf = (...rows: (typeof row)[]) =>
    matrixPage({ rows, lane: 'embedded', suite: '1.2.3', date: '2026-11-27', stopped: null });

  it('begins with an overview of versions and laws, its date and the version of the suite', () => {
    const [overview] = pageOf(row).split('<section');
    for (const each of ['1.2.3', '2026-11-27', DEFAULT_TARGET, ...ALL_LAWS.map(({ id }) => `#law-${id}`)])
      expect(overview).toContain(each);
    expect(overview!.match(/class="red"/g)).toHaveLength(1);
  });

  it('is not green for a law that judged nothing', () => {
    const [overview] = pageOf({ ...row, violations: [] }).split('<section');
    expect(overview!.match(/class="green"/g)).toHaveLength(2);
    expect(overview!.match(/<td class="quiet">–<\/td>/g)).toHaveLength(ALL_LAWS.length - 2);
  });

  it('links every red cell to its case and replay line', () => {
    const page = pageOf(row);
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links.length).toBeGreaterThan(ALL_LAWS.length);
    for (const id of links) expect(page).toContain(`id="${id}"`);
    expect(page).toContain(
      `node bin/auth-conformance.js replay cases/x.json --law same-failure --target ${DEFAULT_TARGET}`,
    );
    const violations = row.violations.map((each) => ({ ...each, lane: 'embedded' as const }));
    expect(pageOf({ ...row, violations })).toContain(
      `--law same-failure --lane embedded --target ${DEFAULT_TARGET}`,
    );
    expect(page).toContain('a &lt; b');
  });

  it('lists what no fresh process showed, and gives it no cell', () => {
    const page = pageOf(row);
    expect(page).toContain(`${DEFAULT_TARGET}: cases/y.json: no-egress: only warm`);
    expect(page).not.toContain(`id="v${DEFAULT_TARGET.replaceAll('.', '-')}-no-egress"`);
  });

  it('tells a path that held from one that could not be run', () => {
    const [, law = ''] = /<section id="law-same-failure">(.*?)<\/section>/s.exec(pageOf(row)) ?? [];
    expect(law.match(/class="green"/g)).toHaveLength(1);
    expect(law.match(/<td class="quiet">–<\/td>/g)).toHaveLength(ALL_PATHS.length - 3);
  });
});
