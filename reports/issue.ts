/** An issue body in the shape that OpenClaw's bug report asks for, from a replayed case. */

import { shellLine } from '../gateway/asked/asked.ts';
import { runnableOf } from '../gateway/cases/runnable-of.ts';
import { setupsOf } from '../generators/secrets/canaries.ts';
import { type AnyCase, isHomeCase } from '../home-case/any-case.ts';
import { outcomeText } from '../invariants/behaviour.ts';
import { KNOWN_LAWS } from '../invariants/laws.ts';
import { promisesBroken, promiseText } from '../invariants/promises/of-laws.ts';
import type { Violation } from '../invariants/violation.ts';
import type { Observation } from '../observation/observation.ts';
import { pathOf } from '../paths/paths.ts';
import { hasDatabase, setupText } from './setup-text.ts';
import { stepsText } from './steps-text.ts';
import { wireLines } from './wire-lines.ts';

const WRITE_FILES =
  'Write these files and set these variables. Put a key that the provider accepts in place of each `<live key>`, and one that it refuses in place of each `<stale key>`. Keys with different letters are different keys.';
/** @source openclaw@2026.9.6:docs/cli/models.md (`paste-api-key`) */
const STORE_PROFILES =
  'OpenClaw keeps the profiles in a database. `openclaw models auth paste-api-key --provider <provider> --profile-id <profile>` stores the key of one. Run it before you write `openclaw.json`, which it edits.';
/** @source openclaw@2026.9.6:docs/cli/doctor/running.md (`--fix`); tried on 2026.9.6 */
const STORE_REFERENCES =
  'It takes no reference: a profile with a `keyRef` or `tokenRef` is stored by writing the record that is shown to `~/.openclaw/agents/main/agent/auth-profiles.json` and running `openclaw doctor --fix --non-interactive`.';
/** @source openclaw@2026.9.6:docs/gateway/configuration-reference.md (`gateway.mode`, `gateway.auth`) */
const GATEWAY_SETTINGS =
  'The gateway also needs `"gateway": { "mode": "local", "auth": { "mode": "token", "token": "<any text>" } }` in `openclaw.json`. Wait until it is ready before you run the next line.';
const HOW_TO_READ =
  '`bearer X → host 401` means: OpenClaw sent the key that stands at X in the header `Authorization: Bearer` to that host, and the host answered 401.';

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
    `1. ${WRITE_FILES}`,
    '',
    '```',
    setupText(value, version, violation.paths),
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
    // No command line says what the model does.
    ...shown.flatMap(({ path }) => {
      const { turn } = pathOf(path);
      return turn ? [`${path}: ${turn.modelDoes}`, ''] : [];
    }),
    ...(variant
      ? [
          '3. Run it with this setup, too. It promises the same:',
          '',
          '```',
          setupText(variant, version, violation.paths),
          '```',
          '',
        ]
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
    HOW_TO_READ,
    '',
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
    `Found by OpenClaw Auth Conformance, with the provider stubbed on loopback and the real command. To replay it, save this case as \`case.json\` and run \`npx -y pnpm auth-conformance replay case.json --target ${version}\` in a checkout of it.`,
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

/** How the profiles of a case come into the database of a build. */
function profilesText(value: AnyCase): string {
  const profiles = isHomeCase(value) ? [] : setupsOf(value).flatMap((setup) => setup.profiles);
  const hasReference = profiles.some(({ secret }) => secret.source !== 'inline');
  return hasReference ? `${STORE_PROFILES} ${STORE_REFERENCES}` : STORE_PROFILES;
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
      ? `${outcomeText(observation)}: ${outcome.message}`
      : `${outcomeText(observation)}${standsFor ? '; its command ended in the strict preflight' : ''}`;
  return `| ${observation.path} | ${sent.join('<br>') || 'nothing sent'} | ${end.replaceAll('|', '\\|').replaceAll('\n', ' ')} |`;
}
