/** Output for GitHub: annotations for what fails a run, and a job summary. Both are bounded, as GitHub bounds them. */
import { fingerprintId } from '../invariants/fingerprint.ts';
import type { Finding, Result } from '../search/result/result.ts';
import { problemsOf, RUN_CHECKS } from '../search/result/run-checks.ts';
import { verdictOf } from '../search/result/verdict.ts';
import { causeLine } from './cause-text.ts';
import { unpainted } from './paint.ts';
import { findingReplayLine } from './replay-line.ts';

/** GitHub shows ten annotations of a kind for each step (https://docs.github.com/actions, limits). */
const MOST_ANNOTATIONS = 10;
const MOST_PROBLEMS = 10;
/** They stand worst first. */
const MOST_CAUSES = 40;
/** Bytes of a summary; GitHub takes 1 MiB of all steps together. */
const MOST_BYTES = 60_000;
/** Characters of one sentence in a line. */
const LONGEST = 400;

/** Workflow commands, one a line: https://docs.github.com/actions (workflow commands). */
export function annotations(result: Result): string {
  const { version } = result.subject;
  const all = [
    ...failing(result).map(({ law, fingerprint, detail }) => ({
      title: `${law} on openclaw ${version}`,
      message: `${short(detail)} [${fingerprintId(fingerprint)}: ${fingerprint}]`,
    })),
    ...allProblems(result).map((message) => ({ title: `openclaw ${version}`, message })),
  ];
  const rest = all.length - MOST_ANNOTATIONS;
  const shown = rest > 0 ? all.slice(0, MOST_ANNOTATIONS - 1) : all;
  if (rest > 0)
    shown.push({ title: `openclaw ${version}`, message: `and ${rest + 1} more: see the summary of the job` });
  return shown.map(command).join('');
}

/** Markdown for the job's page. */
export function jobSummary(result: Result): string {
  const { cases, findings, subject, coverage } = result;
  const open = failing(result);
  const head = [
    `## Auth conformance: openclaw ${subject.version}`,
    '',
    `**${verdictOf(result)}** · seed ${result.seed} · ${cases.achieved} of ${cases.asked} cases · ${open.length} failing, ${findings.length - open.length} known · ${coverage.gaps.length} pairs not reached · ${result.seconds} s`,
    '',
    ...allProblems(result).map((problem) => `- ${plain(problem)}`),
    '',
    ...result.causes.slice(0, MOST_CAUSES).map((cause) => `- ${plain(short(causeLine(cause, unpainted)))}`),
    '',
    ...(open.length > 0 ? ['| fingerprint | what happened | replay |', '|---|---|---|'] : []),
  ];
  return bounded(
    head.join('\n'),
    open.map((finding) => row(finding, result)),
  );
}

/** As many lines as there is room for. */
function bounded(head: string, lines: readonly string[]): string {
  const more = (count: number) => `\n\nand ${count} more: the result of the run has all of them.\n`;
  let text = head;
  for (const [index, line] of lines.entries()) {
    const next = `${text}\n${line}`;
    if (Buffer.byteLength(next + more(lines.length)) > MOST_BYTES) return text + more(lines.length - index);
    text = next;
  }
  return `${text}\n`;
}

function failing({ findings }: Result): Finding[] {
  return findings.filter(({ status }) => status !== 'known');
}

/** The first problems of each failed check: hundreds of pairs may be missing. */
function allProblems(result: Result): string[] {
  return RUN_CHECKS.flatMap((check) => {
    const all = problemsOf(check, result).map(short);
    const rest = all.length - MOST_PROBLEMS;
    return [...all.slice(0, MOST_PROBLEMS), ...(rest > 0 ? [`and ${rest} more of the kind`] : [])];
  });
}

function row(finding: Finding, result: Result): string {
  const { fingerprint, detail, status } = finding;
  const cells = [String(fingerprint), `${status}: ${short(detail)}`, findingReplayLine(finding, result)];
  return `| ${cells.map(plain).join(' | ')} |`;
}

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed()}…` : text;
}

/** Text as Markdown shows it, on one line: neither markup nor the end of a cell. */
function plain(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>()#!|~&@]/g, (each) => `&#${each.charCodeAt(0)};`);
}

/** `%`, line ends and, in properties, `:` and `,` are written as GitHub's toolkit writes them. */
function command({ title, message }: { readonly title: string; readonly message: string }): string {
  const escaped = (text: string) =>
    text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const name = escaped(title).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::error title=${name}::${escaped(message)}\n`;
}
