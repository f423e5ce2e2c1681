/** An issue body in the shape that OpenClaw's bug report asks for, from a replayed case. */
import { type AnyCase, isHomeCase } from '../../home-case/any-case.ts';
import { outcomeText } from '../../invariants/behaviour.ts';
import { variantOf } from '../../invariants/law.ts';
import { KNOWN_LAWS } from '../../invariants/laws.ts';
import { promiseLink, promisesBroken } from '../../invariants/promises/of-laws.ts';
import type { Violation } from '../../invariants/violation.ts';
import type { Observation } from '../../observation/observation.ts';
import { statedReason } from '../../observation/reason.ts';
import { wireLines } from '../wire-lines.ts';
import { stepsToReproduce } from './steps-to-reproduce.ts';

const PNPM = 'pnpm@12.21.0';
const HOW_TO_READ =
  'Read `bearer X → host 200` as: OpenClaw sent the key that stands at X in the header `Authorization: Bearer` to that host, and the host answered 200. Another word in place of `bearer` is the name of the header.';
const SUMMED_UP = 'These sentences sum up the documents that they link, and are no quotations.';
const EVERY_PATH = 'every path of the case, one after the other';
const ITS_STEPS = 'what happens in the home, one after the other, in a home of its own';
const WHAT_REPLAY_DOES =
  'which takes minutes, and prints at the end; it exits with 1 where the build shows this. Lines `also, not claimed by this case` are other rules that the same setup breaks. To test a fix, give your build to `--target`, a package folder or a `.tgz`: it then exits with 0.';
export interface IssueInput {
  readonly value: AnyCase;
  readonly version: string;
  readonly violation: Violation;
  readonly observations: readonly Observation[];
  /** Verdicts on other versions, by version. */
  readonly versions: Readonly<Record<string, string>>;
  /** The text of its case file. */
  readonly caseFile: string;
}

/** Markdown. It holds no secret and no path of this machine: cases have neither. */
export function issueBody({
  value,
  version,
  violation,
  observations,
  versions,
  caseFile,
}: IssueInput): string {
  const law = KNOWN_LAWS.find(({ id }) => id === violation.law);
  const hasSteps = observations.some(({ step }) => step !== undefined);
  // Each step depends on those before it.
  const shown = observations.filter(({ path }) => hasSteps || violation.paths.includes(path));
  const variant = isHomeCase(value) || !law ? null : variantOf(law, value);
  const promises = promisesBroken(violation, value, version);
  const others = Object.entries(versions).map(([each, verdict]) => `${each} ${verdict}`);
  return [
    '### Summary',
    '',
    `With one setup, OpenClaw ${version} breaks this rule: ${law?.sentence}.`,
    '',
    `${violation.detail}.`,
    '',
    '### Steps to reproduce',
    '',
    ...stepsToReproduce({ value, version, violation, shown, variant }),
    '### Expected behavior',
    '',
    `${capital(law?.sentence ?? '')}. Source: ${law?.source}.`,
    '',
    ...promises.map((promise) => `- ${promise.rule} (${promiseLink(promise)})`),
    ...(promises.length > 0 ? ['', SUMMED_UP] : []),
    '',
    '### Actual behavior',
    '',
    '| path | credential on the wire | outcome |',
    '|---|---|---|',
    ...shown.map(row),
    '',
    ...(shown.some(hasSent) ? [HOW_TO_READ, ''] : []),
    '### OpenClaw version',
    '',
    version,
    '',
    ...(others.length > 0 ? [`Other versions: ${others.join(', ')}`, ''] : []),
    '### Additional information',
    '',
    `Found by OpenClaw Auth Conformance, with the provider stubbed on loopback and the real command. To replay it, save this case as \`case.json\` in a checkout of it, and run there \`npx -y ${PNPM} auth-conformance replay case.json --target ${version}\`. It runs ${hasSteps ? ITS_STEPS : EVERY_PATH}, ${WHAT_REPLAY_DOES}`,
    '',
    `Its names there: law ${violation.law}${promises.map(({ id }) => `, promise ${id}`).join('')}.`,
    '',
    '<details><summary>case.json</summary>',
    '',
    '```json',
    caseFile.trim(),
    '```',
    '',
    '</details>',
    '',
  ].join('\n');
}

function hasSent({ requests }: Observation): boolean {
  return requests.some(({ credentials }) => credentials.length > 0);
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function row(observation: Observation): string {
  const sent = wireLines(observation);
  const { path, step, outcome, probe, standsFor } = observation;
  const results = probe?.map(
    ({ profileId, source, status, reason }) => `${profileId ?? source}: ${reason ?? status}`,
  );
  const end = results
    ? results.join('; ') || 'no target'
    : outcome.kind === 'failure'
      ? `${outcomeText(observation)}: ${statedReason(outcome)}`
      : `${outcomeText(observation)}${standsFor ? '; its command ended in the strict preflight' : ''}`;
  return `| ${step === undefined ? path : `${step + 1}. ${path}`} | ${sent.join('<br>') || 'nothing sent'} | ${end.replaceAll('|', '\\|').replaceAll('\n', ' ')} |`;
}
