/** A run as JUnit XML: one test case for each law, and one for each check of the run itself. */
import { createRequire } from 'node:module';
import type { Builder } from 'junit-report-builder';
import { ALL_LAWS } from '../invariants/laws.ts';
import type { Result } from '../search/result/result.ts';
import { RUN_CHECKS } from '../search/result/run-checks.ts';

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
  for (const check of RUN_CHECKS) {
    if (check.applies?.(result) ?? true) test(check.name, check.problems(result));
    else suite.testCase().className('auth-conformance').name(check.name).skipped();
  }
  // The common schema (Jenkins' junit-10.xsd) has no such attribute there.
  return report.build().replace(/(<testsuites[^>]*?) skipped="\d+"/, '$1');
}
