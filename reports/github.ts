/** Output for GitHub: an annotation for each finding that fails a run, and a job summary. */
import type { Finding, Result } from '../search/result/result.ts';
import { problemsOf, RUN_CHECKS } from '../search/result/run-checks.ts';
import { verdictOf } from '../search/result/verdict.ts';
import { foundFile } from '../search/saved/found-cases.ts';
import { setupText } from './setup-text.ts';

const MOST_PROBLEMS = 10;

/** Workflow commands, one a line: https://docs.github.com/actions (workflow commands). */
export function annotations(result: Result): string {
  const failing = result.findings.filter(({ status }) => status !== 'known');
  const lines = [
    ...failing.map(({ law, detail }) => command(`${law} on openclaw ${result.subject.version}`, detail)),
    ...allProblems(result).map((problem) => command(`openclaw ${result.subject.version}`, problem)),
  ];
  return lines.join('');
}

/** Markdown for the job's page. */
export function jobSummary(result: Result): string {
  const { cases, findings, subject } = result;
  const failing = findings.filter(({ status }) => status !== 'known');
  return [
    `## Auth conformance: openclaw ${subject.version}`,
    '',
    `**${verdictOf(result)}** · seed ${result.seed} · ${cases.achieved} of ${cases.asked} cases · ${failing.length} failing, ${findings.length - failing.length} known · ${result.coverage.gaps.length} pairs not reached · ${result.seconds} s`,
    '',
    ...(failing.length > 0
      ? ['| law | paths | what happened |', '|---|---|---|', ...failing.map(row), '']
      : []),
    ...allProblems(result).map((problem) => `- ${problem}`),
    '',
    ...failing.flatMap((finding) => details(finding, result)),
    '',
  ].join('\n');
}

/** The first problem of each failed check: hundreds of pairs may be missing. */
function allProblems(result: Result): string[] {
  return RUN_CHECKS.flatMap((check) => {
    const all = problemsOf(check, result);
    const rest = all.length - MOST_PROBLEMS;
    return [...all.slice(0, MOST_PROBLEMS), ...(rest > 0 ? [`and ${rest} more of the kind`] : [])];
  });
}

function row({ law, paths, detail }: Finding): string {
  return `| ${law} | ${paths.join(', ')} | ${detail.replaceAll('|', '\\|')} |`;
}

function details(finding: Finding, { subject }: Result): string[] {
  const replay = `pnpm auth-conformance replay ${foundFile(finding)} --target ${subject.target}`;
  return [
    `<details><summary>${finding.law}: smallest case</summary>`,
    '',
    '```',
    setupText(finding.case, subject.version, finding.paths),
    '',
    replay,
    '```',
    '</details>',
    '',
  ];
}

/** `%`, line ends and, in properties, `:` and `,` are written as GitHub's toolkit writes them. */
function command(title: string, message: string): string {
  const escaped = (text: string) =>
    text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const name = escaped(title).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::error title=${name}::${escaped(message)}\n`;
}
