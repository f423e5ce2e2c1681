/** The report of a run as text: findings, coverage, verdict. */
import Table from 'cli-table3';
import { type Provider, providerOf } from '../generators/providers/catalog.ts';
import { fingerprintId } from '../invariants/fingerprint.ts';
import { ALL_LAWS } from '../invariants/laws.ts';
import { promisesOfLaw, promiseText } from '../invariants/promises/of-laws.ts';
import { declaredPlaces } from '../search/draw/coverage.ts';
import { pairKey } from '../search/draw/pair.ts';
import type { Finding, Result } from '../search/result/result.ts';
import { problemsOf, RUN_CHECKS, runsOf } from '../search/result/run-checks.ts';
import { verdictOf } from '../search/result/verdict.ts';
import { FOUND } from '../search/saved/found-cases.ts';
import { suiteLine } from '../support/shell-line.ts';
import { observationTable } from './observation-table.ts';
import { findingReplayLine } from './replay-line.ts';
import { setupText } from './setup-text.ts';

export function textReport(result: Result): string {
  const settled = result.findings.filter(({ status }) => status === 'new' || status === 'flaky');
  const open = result.findings.filter(({ status }) => status === 'unsettled');
  return [
    ...settled.map((finding, index) => findingText(finding, result, index + 1)),
    ...(open.length > 0 ? [unsettledText(open, result)] : []),
    coverageTable(result),
    summary(result),
  ].join('\n\n');
}

/** Findings that were not confirmed, one line each. */
function unsettledText(findings: readonly Finding[], { subject }: Result): string {
  return [
    `── ${findings.length} more were met, and not confirmed (--survey, or the run ended before). Each is saved:`,
    `   ${suiteLine('shrink', `${FOUND}/ID.json`, '--target', subject.target)}`,
    ...findings.map(
      ({ fingerprint, met }) =>
        `   ${fingerprintId(fingerprint)}  met ${met} ${met === 1 ? 'time' : 'times'}  ${fingerprint}`,
    ),
  ].join('\n');
}

export function findingText(finding: Finding, result: Result, number: number): string {
  const sentence = ALL_LAWS.find(({ id }) => id === finding.law)?.sentence ?? '';
  const confirmed = finding.confirmedIn
    ? `confirmed: ${finding.confirmedIn}`
    : 'FLAKY: not seen again in fresh processes; the table is the last attempt';
  return [
    `── ${number}. ${finding.law}: ${sentence}`,
    `   ${finding.detail}`,
    `   ${confirmed} · met in ${finding.met} of ${result.cases.achieved} cases${shrinking(finding)}`,
    `   fingerprint: ${finding.fingerprint}`,
    ...promisesOfLaw(finding.law, result.subject.version).map(
      (promise) => `   promise ${promiseText(promise)}`,
    ),
    '',
    setupText(finding.case, result.subject.version, finding.paths),
    '',
    observationTable(finding.observations),
    `replay: ${findingReplayLine(finding, result)}`,
  ].join('\n');
}

/** Cases per place of a secret and provider family; `-` where the generators have no such place. */
export function coverageTable(result: Result): string {
  const known = result.providers.map(providerOf);
  const families = [...new Set(known.map(({ family }) => family))];
  const placesOf = (provider: Provider) => declaredPlaces(provider, result.subject.version);
  const places = [...new Set(known.flatMap(placesOf))];
  const table = new Table({ head: ['cases with a secret in', ...families], style: { head: [], border: [] } });
  for (const place of places) {
    const cells = families.map((family) => {
      const has = known.some((provider) => provider.family === family && placesOf(provider).includes(place));
      return has ? String(result.coverage.pairs[pairKey({ family, place })] ?? 0) : '-';
    });
    table.push([place, ...cells]);
  }
  return table.toString();
}

function summary(result: Result): string {
  const { cases, findings, coverage } = result;
  const by = (status: Finding['status']) => findings.filter((finding) => finding.status === status).length;
  const gaps =
    coverage.gaps.length === 0
      ? `all ${coverage.declared} declared pairs reached`
      : `${coverage.gaps.length} of ${coverage.declared} declared pairs not reached: ${someOf(coverage.gaps)}`;
  const verdict = verdictOf(result);
  return [
    `openclaw ${result.subject.version} · ${result.lane} lane · seed ${result.seed} · ${result.seconds} s (${phasesText(result)})`,
    `cases: ${cases.achieved} of ${cases.asked} asked, ${cases.conforming} conform`,
    ...result.leftOut.map(({ what, reason }) => `left out: ${what}: ${reason}`),
    `judged cases: ${Object.entries(result.judged)
      .map(([law, count]) => `${law} ${count}`)
      .join(', ')}`,
    `violations: ${by('new')} new, ${by('known')} known, ${by('flaky')} flaky${by('unsettled') > 0 ? `, ${by('unsettled')} not settled` : ''}`,
    `configurations that the build refuses: ${result.rejectedConfigs} of ${runsOf(result)} runs`,
    `coverage: ${gaps}${coverage.gaps.length > 0 && coverage.gapsAllowed ? ' (allowed)' : ''}`,
    // The pairs that were not reached have their own line.
    ...RUN_CHECKS.filter(({ id }) => id !== 'pairs-reached').flatMap((check) => problemsOf(check, result)),
    ...(Object.keys(result.timings).length > 0
      ? [
          `median ms: ${Object.entries(result.timings)
            .map(([path, ms]) => `${path} ${ms}`)
            .join(', ')}`,
        ]
      : []),
    `slowest ms: ${Object.entries(result.slowest)
      .map(([path, ms]) => `${path} ${ms}`)
      .join(', ')}`,
    `requests: ${Object.entries(result.httpVersions)
      .map(([version, count]) => `${count} by HTTP/${version}`)
      .join(', ')}`,
    ...preflightLines(result),
    ...(result.gatewayStarts > 0 ? [`gateway starts: ${result.gatewayStarts}`] : []),
    ...(result.providersNotCovered.length > 0
      ? [`providers of this build that no case has: ${result.providersNotCovered.join(', ')}`]
      : []),
    ...(result.baseline.unmet.length > 0
      ? [
          `baseline entries that were not met: ${result.baseline.unmet.length}, replayed: ${result.baseline.replayed}`,
        ]
      : []),
    `verdict: ${verdict}${verdict === 'conforms' && by('known') > 0 ? `, but for ${by('known')} known violations` : ''}`,
  ].join('\n');
}

/** What chat's command ended in, before it chose a credential: no violation, and said once. */
function preflightLines({ preflights: { throughGateway, comparedWithNothing } }: Result): string[] {
  const all = throughGateway + comparedWithNothing;
  if (all === 0) return [];
  const instead = `chat went through a gateway in ${throughGateway} of them, and was compared with nothing in ${comparedWithNothing}`;
  return [
    `strict preflight: chat's command resolved references and chose no credential in ${all} cases; ${instead}`,
  ];
}

function phasesText({ phases }: Result): string {
  return Object.entries(phases)
    .map(([phase, seconds]) => `${phase} ${seconds} s`)
    .join(', ');
}

/** The first of many; `--json` has them all. */
function someOf(texts: readonly string[]): string {
  const most = 12;
  const rest = texts.length - most;
  return [...texts.slice(0, most), ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
}

function shrinking({ shrunkCompletely, unshrinkable }: Finding): string {
  if (shrunkCompletely) return '';
  return unshrinkable.length > 0
    ? ` · not fully shrunk: ${unshrinkable.join(', ')} cannot be shrunk`
    : ' · not fully shrunk';
}
