/** A run as JUnit XML: one test case for each law, and one for each promise about the run itself. */
import { createRequire } from 'node:module';
import type { Builder } from 'junit-report-builder';
import { ALL_LAWS } from '../invariants/laws.ts';
import type { Result } from '../search/result.ts';

// The package is CommonJS, and its types say it is not.
const builder: Builder = createRequire(import.meta.url)('junit-report-builder');

export function junitReport(result: Result): string {
  const report = builder.newBuilder();
  const suite = report.testSuite().name(`auth-conformance openclaw ${result.subject.version}`);
  suite.time(result.seconds);
  const test = (name: string, failures: readonly string[]): void => {
    const each = suite.testCase().className('auth-conformance').name(name);
    if (failures.length > 0) each.failure(failures.join('\n'));
  };
  for (const law of ALL_LAWS) {
    const broken = result.findings.filter((each) => each.law === law.id && each.status !== 'known');
    test(
      `${law.sentence} (${law.id})`,
      broken.map(({ status, detail, fingerprint }) => `${status}: ${detail} [${fingerprint}]`),
    );
  }
  const { baseline, cases, coverage, notTestable, shard } = result;
  const missing = cases.asked - cases.achieved;
  test('every case that was asked for was run', missing > 0 ? [`${missing} cases were not run`] : []);
  test('every declared pair was reached', coverage.gapsAllowed || shard ? [] : coverage.gaps);
  test(
    'no path crashed or hung',
    notTestable.map(({ what, reason, count }) => `${what}: ${reason}, ${count} times`),
  );
  test('no baseline entry is stale', baseline.stale);
  test('no baseline entry is expired', baseline.expired);
  // The common schema (Jenkins' junit-10.xsd) has no such attribute there.
  return report.build().replace(/(<testsuites[^>]*?) skipped="\d+"/, '$1');
}
