/**
 * A run as JUnit XML: a test case for each finding, each law that nothing broke, and each check of the run itself. A known
 * finding is skipped, and so is a law that had nothing to judge. The time of a law is that of the variants that it asked for, and stands
 * at its first test case.
 */
import type { LawId } from '../invariants/law-id.ts';
import { ALL_LAWS } from '../invariants/laws.ts';
import { promisesBroken, promiseText } from '../invariants/promises/of-laws.ts';
import type { Finding, Result } from '../search/result/result.ts';
import { RUN_CHECKS } from '../search/result/run-checks.ts';
import { findingReplayLine } from './replay-line.ts';
import { type XmlElement, xmlDocument } from './xml.ts';

export function junitReport(result: Result): string {
  const { subject, seconds, findings } = result;
  const tests = [
    ...ALL_LAWS.flatMap(({ id, sentence }) => {
      const own = findings.filter(({ law }) => law === id);
      if (own.length === 0) return [lawCase(id, `${sentence} (${id})`, result)];
      return own.map((finding, index) =>
        findingCase(finding, result, index === 0 ? result.lawTimes[id] : undefined),
      );
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

/** A law that nothing broke; one that had nothing to judge has not held. */
function lawCase(id: LawId, name: string, { judged, lawTimes }: Result): XmlElement {
  const end = judged[id] === 0 ? skipped('no case had anything for it to judge') : null;
  return testCase(id, name, end, lawTimes[id]);
}

function findingCase(finding: Finding, result: Result, milliseconds?: number): XmlElement {
  const { law, fingerprint, status, detail } = finding;
  const promises = promisesBroken(finding, finding.case, result.subject.version).map(promiseText);
  const end =
    status === 'known'
      ? skipped(`known: the baseline, or the build that it is held against, has it: ${detail}`)
      : failure(detail, status, [fingerprint, ...promises, findingReplayLine(finding, result)].join('\n'));
  return testCase(law, String(fingerprint), end, milliseconds);
}

/** @param milliseconds that it took alone; left out: none to tell */
function testCase(group: string, name: string, end: XmlElement | null = null, milliseconds = 0): XmlElement {
  const attributes = { classname: `auth-conformance.${group}`, name, time: milliseconds / 1000 };
  return { name: 'testcase', attributes, content: end ? [end] : [] };
}

function failure(message: string, type: string, content: string): XmlElement {
  return { name: 'failure', attributes: { message, type }, content };
}

function skipped(message: string): XmlElement {
  return { name: 'skipped', attributes: { message }, content: [] };
}
