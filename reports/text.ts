/** The report of a run as text: causes, findings, coverage, verdict. */
import Table from 'cli-table3';
import { type Provider, providerOf } from '../generators/providers/catalog.ts';
import { declaredPlaces } from '../search/draw/coverage.ts';
import { pairKey } from '../search/draw/pair.ts';
import type { Finding, Result } from '../search/result/result.ts';
import { causesText } from './cause-text.ts';
import { findingText, fullFindingText, unsettledText } from './finding-text.ts';
import { byHarm } from './page/finding-view.ts';
import { type Paint, unpainted } from './paint.ts';
import { summaryText } from './summary-text.ts';

export interface TextOptions {
  readonly paint?: Paint;
  /** Whether to show setups, tables and figures of the run itself. */
  readonly isVerbose?: boolean;
}

/** Causes first, then findings in the order of their causes, worst first. */
export function textReport(
  result: Result,
  { paint = unpainted, isVerbose = false }: TextOptions = {},
): string {
  const settled = result.findings.filter(({ status }) => status === 'new' || status === 'flaky');
  const open = result.findings.filter(({ status }) => status === 'unsettled');
  const textOf = isVerbose ? fullFindingText : findingText;
  return [
    ...causesText(result, paint),
    ...settled
      .toSorted(byHarm)
      .toSorted(byCause(result))
      .map((finding, index) => textOf(finding, result, index + 1, paint)),
    ...(open.length > 0 ? [unsettledText(open, result)] : []),
    ...(isVerbose ? [coverageTable(result)] : []),
    summaryText(result, paint, isVerbose),
    ...(settled.length > 0 && !isVerbose ? ['--verbose shows the setup of each, --html a page to read'] : []),
  ].join('\n\n');
}

/** Findings without a cause come last. */
function byCause({ causes }: Result) {
  const ranks = new Map(causes.flatMap((each, rank) => each.findings.map((found) => [found, rank])));
  const rankOf = ({ fingerprint }: Finding) => ranks.get(fingerprint) ?? causes.length;
  return (left: Finding, right: Finding) => rankOf(left) - rankOf(right);
}

/** Cases per place of a secret and provider family; `-` where the generators have no such place. */
function coverageTable(result: Result): string {
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
