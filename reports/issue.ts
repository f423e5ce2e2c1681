/** An issue body in the shape that OpenClaw's bug report asks for, from a replayed case. */

import { shellLine } from '../gateway/asked/asked.ts';
import { runnableOf } from '../gateway/cases/runnable-of.ts';
import { type Validity, validitySchema } from '../generators/axes/secret.ts';
import { setupsOf } from '../generators/secrets/canaries.ts';
import { type AnyCase, isHomeCase } from '../home-case/any-case.ts';
import { outcomeText } from '../invariants/behaviour.ts';
import { KNOWN_LAWS } from '../invariants/laws.ts';
import { promisesBroken, promiseText } from '../invariants/promises/of-laws.ts';
import type { Violation } from '../invariants/violation.ts';
import type { Observation } from '../observation/observation.ts';
import { pathOf } from '../paths/paths.ts';
import { hasDatabase, setupOf, textOfSetup } from './setup-text.ts';
import { stepsText } from './steps-text.ts';
import type { ShownKey } from './text-parts.ts';
import { wireLines } from './wire-lines.ts';

const PNPM = 'pnpm@12.21.0';
const WRITE_FILES = 'Write these files and set these variables.';
/** The key to put in the place of each kind. */
const KEYS: Readonly<Record<Validity, string>> = {
  live: 'that the provider accepts',
  stale: 'that the provider refuses',
  limited: 'to which the provider answers 429',
};
/** @source openclaw@2026.9.6:docs/cli/models.md (`paste-api-key`) */
const STORE_KEYS =
  'OpenClaw keeps the profiles in a database. `openclaw models auth paste-api-key --provider <provider> --profile-id <profile>` stores the key of one. Run it before you write `openclaw.json`, which it edits.';
/** @source openclaw@2026.9.6:docs/cli/doctor/running.md (`--fix`); tried on 2026.9.6 with keys, tokens, logins, references, an order and a cooldown */
const STORE_RECORD =
  'OpenClaw keeps the profiles in a database. Write the record that is shown to `~/.openclaw/agents/main/agent/auth-profiles.json`, and run `openclaw doctor --fix --non-interactive`, which stores it. Do so before you write `openclaw.json`, which the command edits.';
/** @source openclaw@2026.9.6:docs/gateway/configuration-reference.md (`gateway.mode`, `gateway.auth`) */
const GATEWAY_SETTINGS =
  'The gateway also needs `"gateway": { "mode": "local", "auth": { "mode": "token", "token": "<any text>" } }` in `openclaw.json`. Wait until it is ready before you run the next line.';
const HOW_TO_READ =
  '`bearer X → host 401` means: OpenClaw sent the key that stands at X in the header `Authorization: Bearer` to that host, and the host answered 401.';
/** @source openclaw@2026.9.6:docs/nodes/audio.md (smaller files are skipped) */
const LEAST_AUDIO = 'A recording must have at least 1,024 bytes.';
const REAL_MODEL = 'A real model may not do so: ask again, or in other words.';
/** A log line of a build states the reason of a failure behind one of these. */
const STATED = [/ rawError=(.+)/, / message=(.+)/, /\bReason: (.+)/, / error="([^"]+)"/];

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
  const shown = observations.filter(({ path }) => violation.paths.includes(path));
  const variant = isHomeCase(value) ? undefined : law?.variant?.(value);
  const lines = (through: boolean) =>
    shown
      .filter(({ lane }) => (lane === 'gateway') === through)
      .map(({ path, model }) =>
        shellLine(pathOf(path), {
          ...runnableOf(value).asked(pathOf(path), model.provider, version),
          throughGateway: through,
        }),
      );
  const throughGateway = lines(true);
  const setup = setupOf(value, version, violation.paths);
  const other = variant && setupOf(variant, version, violation.paths);
  const hasSteps = isHomeCase(value)
    ? Boolean(value.asked.after?.length)
    : stepsText(value, version) !== null;
  return [
    '### Summary',
    '',
    `With one setup, OpenClaw ${version} breaks this rule: ${law?.sentence}.`,
    '',
    `${violation.detail}.`,
    '',
    '### Steps to reproduce',
    '',
    `1. ${[WRITE_FILES, ...keysText([...setup.keys, ...(other?.keys ?? [])])].join(' ')}`,
    '',
    '```',
    textOfSetup(setup),
    '```',
    '',
    ...(hasDatabase(value, version) ? [profilesText(value), ''] : []),
    hasSteps ? '2. Run:' : '2. Run each command in a fresh home that has this setup:',
    '',
    '```sh',
    ...lines(false),
    ...(throughGateway.length > 0 ? ['openclaw gateway run &', ...throughGateway] : []),
    '```',
    '',
    ...(throughGateway.length > 0 ? [GATEWAY_SETTINGS, ''] : []),
    ...filesText(shown),
    // No command line says what the model does.
    ...shown.flatMap(({ path }) => {
      const { turn } = pathOf(path);
      return turn ? [`${path}: ${turn.modelDoes} ${REAL_MODEL}`, ''] : [];
    }),
    ...(other
      ? ['3. Run it with this setup, too. It promises the same:', '', '```', textOfSetup(other), '```', '']
      : []),
    '### Expected behavior',
    '',
    `${capital(law?.sentence ?? '')}. Source: ${law?.source}.`,
    '',
    ...promisesBroken(violation, value, version).map((promise) => `- ${promiseText(promise)}`),
    '',
    '### Actual behavior',
    '',
    '| path | credential on the wire | outcome |',
    '|---|---|---|',
    ...shown.map(row),
    '',
    ...(shown.some(hasBearer) ? [HOW_TO_READ, ''] : []),
    '### OpenClaw version',
    '',
    version,
    '',
    ...(Object.keys(versions).length > 0
      ? [
          'Other versions: ' +
            Object.entries(versions)
              .map(([each, verdict]) => `${each} ${verdict}`)
              .join(', '),
          '',
        ]
      : []),
    '### Additional information',
    '',
    `Found by OpenClaw Auth Conformance, with the provider stubbed on loopback and the real command. To replay it, save this case as \`case.json\` in a checkout of it, and run there \`npx -y ${PNPM} auth-conformance replay case.json --target ${version}\`.`,
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

/** The kinds of the keys that setups show, a sentence each. */
function keysText(keys: readonly ShownKey[]): string[] {
  const kinds = validitySchema.options.filter((kind) => keys.some(({ validity }) => validity === kind));
  return [
    ...kinds.map((kind) => `In place of each \`<${kind} key>\`, put a key ${KEYS[kind]}.`),
    ...(keys.some(({ hasLetter }) => hasLetter) ? ['Keys with different letters are different keys.'] : []),
  ];
}

function hasBearer({ requests }: Observation): boolean {
  return requests.some(({ credentials }) => credentials.some((each) => each.scheme === 'bearer'));
}

/** How the profiles of a case come into the database of a build: `paste-api-key` takes plain keys and nothing beside them. */
function profilesText(value: AnyCase): string {
  const setups = isHomeCase(value) ? [] : setupsOf(value);
  const isPlain = setups.every(
    ({ profiles, order }) =>
      order?.where !== 'store' &&
      profiles.every(
        ({ type, secret, cooldown }) =>
          type === 'api_key' &&
          secret.source === 'inline' &&
          secret.holds !== 'nothing' &&
          secret.shape === 'plain' &&
          cooldown === 'none',
      ),
  );
  return isPlain ? STORE_KEYS : STORE_RECORD;
}

/** The files that commands and turns are given. */
function filesText(observations: readonly Observation[]): string[] {
  const paths = observations.map(({ path }) => pathOf(path));
  const given = paths.flatMap(({ drive }) => drive.file?.name ?? []);
  const inWorkspace = paths.flatMap(({ needs }) => Object.keys(needs.workspace ?? {}));
  const sentences = [
    ...[...new Set([...given, ...inWorkspace])].map((name) => `Any file of its kind serves as \`${name}\`.`),
    ...(given.some((name) => name.endsWith('.wav')) ? [LEAST_AUDIO] : []),
    ...inWorkspace.map((name) => `\`${name}\` lies in the workspace of the agent.`),
  ];
  return sentences.length > 0 ? [sentences.join(' '), ''] : [];
}

/** The sentence of a failure that states its reason; all of it where none does. */
function statedReason(message: string): string {
  const lines = message.split(' / ');
  const stated = STATED.flatMap((pattern) => lines.flatMap((line) => pattern.exec(line)?.[1] ?? []));
  return stated[0] ?? message;
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function row(observation: Observation): string {
  const sent = wireLines(observation);
  const { outcome, probe, standsFor } = observation;
  const results = probe?.map(
    ({ profileId, source, status, reason }) => `${profileId ?? source}: ${reason ?? status}`,
  );
  const end = results
    ? results.join('; ') || 'no target'
    : outcome.kind === 'failure'
      ? `${outcomeText(observation)}: ${statedReason(outcome.message)}`
      : `${outcomeText(observation)}${standsFor ? '; its command ended in the strict preflight' : ''}`;
  return `| ${observation.path} | ${sent.join('<br>') || 'nothing sent'} | ${end.replaceAll('|', '\\|').replaceAll('\n', ' ')} |`;
}
