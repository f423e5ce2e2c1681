/** The end of a text report: what was run, how long each phase took, what was judged, and the verdict. */
import type { LawId } from '../invariants/law-id.ts';
import type { Finding, Result } from '../search/result/result.ts';
import { problemsOf, RUN_CHECKS, runsOf } from '../search/result/run-checks.ts';
import { verdictOf } from '../search/result/verdict.ts';
import type { Paint } from './paint.ts';

/** Pairs that are named; `--json` has them all. */
const MOST = { short: 3, verbose: 12 };

export function summaryText(result: Result, paint: Paint, isVerbose: boolean): string {
  const { cases, coverage, leftOut, subject, lane, seed, suite } = result;
  const { gaps, declared, gapsAllowed } = coverage;
  const pairs =
    gaps.length === 0
      ? `all ${declared} declared pairs reached`
      : `${gaps.length} of ${declared} declared pairs not reached: ${someOf(gaps, MOST[isVerbose ? 'verbose' : 'short'])}`;
  return [
    `openclaw ${subject.version} · ${lane} lane · seed ${seed} · suite ${suite}`,
    `time: ${result.seconds} s (${counted(result.phases, ' s')})`,
    `cases: ${cases.achieved} of ${cases.asked} asked, ${cases.conforming} conform`,
    ...leftOut.map(({ what, reason }) => `left out: ${what}: ${reason}`),
    ...notRunLines(result),
    ...lawLines(result, paint),
    promisesLine(result),
    violationsLine(result, paint),
    `coverage: ${pairs}${gaps.length > 0 && gapsAllowed ? ' (allowed)' : ''}`,
    ...baselineLines(result),
    ...(isVerbose ? figures(result) : []),
    // The pairs that were not reached have their own line, as have laws that judged nothing.
    ...RUN_CHECKS.filter(({ id }) => id !== 'pairs-reached' && id !== 'laws-judged').flatMap((check) =>
      problemsOf(check, result).map((problem) =>
        paint(check.verdict === 'violates' ? 'red' : 'yellow', problem),
      ),
    ),
    verdictLine(result, paint),
  ].join('\n');
}

/** The paths and variants that could tell nothing new; nothing where all was run. */
function notRunLines({ notRun }: Result): string[] {
  const sum = (counts: Readonly<Record<string, number>>) =>
    Object.values(counts).reduce((total, count) => total + count, 0);
  const [paths, variants] = [sum(notRun.paths), sum(notRun.variants)];
  return paths + variants === 0
    ? []
    : [`not run, nothing new to tell: ${paths} paths of cases, ${variants} variants (--all-paths runs them)`];
}

/** Judged cases by law; a law that judged none is told apart from one that held. */
function lawLines({ judged, findings }: Result, paint: Paint): string[] {
  const ids = Object.keys(judged) as LawId[];
  const broken = new Set(findings.filter(({ status }) => status !== 'known').map(({ law }) => law));
  const some = ids
    .filter((id) => judged[id]! > 0)
    .map((id) => paint(broken.has(id) ? 'red' : 'green', `${id} ${judged[id]}`));
  const none = ids.filter((id) => judged[id] === 0);
  return [
    `judged cases by law: ${some.join(', ') || 'none'}`,
    ...(none.length > 0 ? [paint('yellow', `laws that no case had anything for: ${none.join(', ')}`)] : []),
  ];
}

/** Requirement coverage: of the promises that the build's documents make and a law judges. */
function promisesLine({ promises }: Result): string {
  const all = Object.values(promises);
  const [exercised, broken] = [
    all.filter((each) => each.exercised > 0),
    all.filter((each) => each.broken > 0),
  ];
  return `promises of its documents: ${all.length} judged, ${exercised.length} exercised, ${broken.length} broken`;
}

function violationsLine({ findings }: Result, paint: Paint): string {
  const by = (status: Finding['status']) => findings.filter((finding) => finding.status === status).length;
  const open = by('unsettled') > 0 ? `, ${by('unsettled')} not settled` : '';
  const failing = findings.length - by('known');
  const text = `violations: ${by('new')} new, ${by('known')} known, ${by('flaky')} flaky${open}`;
  return failing > 0 ? paint('red', text) : text;
}

/** Of those who look at the run itself. */
function figures(result: Result): string[] {
  const { timings, slowest, httpVersions, gatewayStarts, providersNotCovered } = result;
  return [
    `configurations that the build refuses: ${result.rejectedConfigs} of ${runsOf(result)} runs`,
    ...(Object.keys(timings).length > 0 ? [`median ms: ${counted(timings)}`] : []),
    `slowest ms: ${counted(slowest)}`,
    `requests by version of HTTP: ${counted(httpVersions)}`,
    ...(gatewayStarts > 0 ? [`gateway starts: ${gatewayStarts}`] : []),
    ...(providersNotCovered.length > 0
      ? [`providers of this build that no case has: ${providersNotCovered.join(', ')}`]
      : []),
  ];
}

const WHY_NOT_REPLAYED = {
  survey: 'since a survey replays none',
  'not-asked': 'since the plan replays none',
  paths: 'for paths that the run leaves out',
  providers: 'for providers that the run leaves out',
};

function baselineLines({ baseline: { unmet, replayed, notReplayed } }: Result): string[] {
  if (unmet.length === 0) return [];
  const others = Object.entries(WHY_NOT_REPLAYED).flatMap(([reason, why]) => {
    const count = notReplayed[reason as keyof typeof WHY_NOT_REPLAYED];
    return count ? [`${count} not, ${why}`] : [];
  });
  const replays = [`${replayed} replayed`, ...others].join('; ');
  return [`findings of the baseline that were not met: ${unmet.length} (${replays})`];
}

function verdictLine(result: Result, paint: Paint): string {
  const verdict = verdictOf(result);
  const known = result.findings.filter(({ status }) => status === 'known').length;
  const but = verdict === 'conforms' && known > 0 ? `, but for ${known} known violations` : '';
  const colour = { conforms: 'green', violates: 'red', 'not testable': 'yellow' } as const;
  return paint('bold', paint(colour[verdict], `verdict: ${verdict}${but}`));
}

function counted(numbers: Readonly<Record<string, number>>, unit = ''): string {
  return Object.entries(numbers)
    .map(([name, number]) => `${name} ${number}${unit}`)
    .join(', ');
}

function someOf(texts: readonly string[], most: number): string {
  const rest = texts.length - most;
  return [...texts.slice(0, most), ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
}
