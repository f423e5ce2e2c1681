/** The page of a run. */
import { providerOf } from '../../generators/providers/catalog.ts';
import { fingerprintId } from '../../invariants/fingerprint.ts';
import { causeSentence } from '../../search/causes/cause-sentence.ts';
import { declaredPlaces } from '../../search/draw/coverage.ts';
import { type Dimension, pairKey } from '../../search/draw/pair.ts';
import type { Result } from '../../search/result/result.ts';
import { problemsOf, RUN_CHECKS } from '../../search/result/run-checks.ts';
import { verdictOf } from '../../search/result/verdict.ts';
import { decisionOf, placeOf } from '../cause-text.ts';
import { byHarm, findingView } from './finding-view.ts';
import type { CoverageGrid, PageView, TimeView } from './view.ts';

export function runView(result: Result): PageView {
  const { subject, cases, coverage, lane, seed, seconds, suite } = result;
  const promises = Object.values(result.promises);
  const exercised = promises.filter((each) => each.exercised > 0);
  const broken = promises.filter((each) => each.broken > 0);
  return {
    version: subject.version,
    verdict: verdictOf(result),
    facts: [
      ['lane', lane],
      ['seed', String(seed)],
      ['cases', `${cases.achieved} of ${cases.asked}, ${cases.conforming} conform`],
      ['pairs reached', `${coverage.declared - coverage.gaps.length} of ${coverage.declared}`],
      ['promises exercised', `${exercised.length} of ${promises.length}, ${broken.length} broken`],
      ['seconds', String(seconds)],
      ['suite', suite],
    ],
    problems: RUN_CHECKS.filter(({ id }) => id !== 'pairs-reached').flatMap((check) =>
      problemsOf(check, result),
    ),
    causes: result.causes.map((cause) => ({
      id: cause.id,
      status: cause.status,
      decision: decisionOf(cause)[0] ?? null,
      place: placeOf(cause),
      harm: cause.harm,
      sentence: cause.known?.sentence ?? causeSentence(cause),
      findings: cause.findings.map(fingerprintId),
    })),
    findings: result.findings.toSorted(byHarm).map((finding) => findingView(finding, result)),
    coverage: coverageGrids(result),
    times: timesOf(result),
  };
}

function coverageGrids(result: Result): CoverageGrid[] {
  const providers = result.providers.map(providerOf);
  const families = [...new Set(providers.map(({ family }) => family))];
  const places = [...new Set(providers.flatMap((each) => declaredPlaces(each, result.subject.version)))];
  const grid = (
    title: string,
    [row, rows]: readonly [Dimension, readonly string[]],
    [column, columns]: readonly [Dimension, readonly string[]],
  ): CoverageGrid => ({
    title,
    columns,
    rows: rows.map((name) => ({
      name,
      cells: columns.map((each) => {
        const key = pairKey({ [row]: name, [column]: each });
        return result.coverage.pairs[key] ?? (result.coverage.gaps.includes(key) ? 'gap' : null);
      }),
    })),
  });
  return [
    grid('place of a secret × path', ['place', places], ['path', result.paths]),
    grid('place of a secret × provider family', ['place', places], ['family', families]),
    grid('provider family × path', ['family', families], ['path', result.paths]),
  ];
}

function timesOf({ phases, timings, slowest }: Result): TimeView[] {
  const names = Object.keys(slowest);
  return [
    {
      title: 'phases',
      unit: 's',
      bars: Object.entries(phases).map(([name, value]) => ({ name, value, slowest: null })),
    },
    {
      // Shards that were merged have no median.
      title: Object.keys(timings).length > 0 ? 'paths: median and slowest' : 'paths: slowest',
      unit: 'ms',
      bars: names.map((name) => ({ name, value: timings[name] ?? slowest[name]!, slowest: slowest[name]! })),
    },
  ];
}
