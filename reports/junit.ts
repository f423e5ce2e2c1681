/**
 * A run as JUnit XML: a test case for each finding, each law that nothing broke, and each check of the run itself. A known
 * finding is skipped.
 */
import { ALL_LAWS } from '../invariants/laws.ts';
import type { Finding, Result } from '../search/result/result.ts';
import { RUN_CHECKS } from '../search/result/run-checks.ts';
import { findingReplayLine } from './replay-line.ts';
import { type XmlElement, xmlDocument } from './xml.ts';

export function junitReport(result: Result): string {
  const { subject, seconds, findings } = result;
  const tests = [
    ...ALL_LAWS.flatMap(({ id, sentence }) => {
      const own = findings.filter(({ law }) => law === id);
      if (own.length === 0) return [testCase(id, `${sentence} (${id})`)];
      return own.map((finding) => findingCase(finding, result));
    }),
    ...RUN_CHECKS.map(({ name, applies, problems }) => {
      if (applies && !applies(result)) return testCase('run', name, skipped('this run could not fail it'));
      const found = problems(result);
      return testCase(
        'run',
        name,
        found.length > 0 ? failure(found[0] ?? '', 'run', found.join('\n')) : null,
      );
    }),
  ];
  const ended = (end: string) =>
    tests.filter(({ content }) => typeof content !== 'string' && content[0]?.name === end).length;
  const counts = { tests: tests.length, failures: ended('failure'), errors: 0 };
  const name = `auth-conformance openclaw ${subject.version}`;
  const attributes = { name, ...counts, skipped: ended('skipped'), time: seconds };
  // The common schema (Jenkins' junit-10.xsd) has no count of skipped tests here.
  return xmlDocument({
    name: 'testsuites',
    attributes: counts,
    content: [{ name: 'testsuite', attributes, content: tests }],
  });
}

function findingCase(finding: Finding, result: Result): XmlElement {
  const { law, fingerprint, status, detail } = finding;
  const end =
    status === 'known'
      ? skipped(`known: the baseline, or the build that it is held against, has it: ${detail}`)
      : failure(detail, status, `${fingerprint}\n${findingReplayLine(finding, result)}`);
  return testCase(law, String(fingerprint), end);
}

function testCase(group: string, name: string, end: XmlElement | null = null): XmlElement {
  const classname = `auth-conformance.${group}`;
  return { name: 'testcase', attributes: { classname, name }, content: end ? [end] : [] };
}

function failure(message: string, type: string, content: string): XmlElement {
  return { name: 'failure', attributes: { message, type }, content };
}

function skipped(message: string): XmlElement {
  return { name: 'skipped', attributes: { message }, content: [] };
}
