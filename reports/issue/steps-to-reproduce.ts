/** The steps by which a user reproduces a violation by hand: the setup, and the commands. */
import { shellLine } from '../../gateway/asked/asked.ts';
import { runnableOf } from '../../gateway/cases/runnable-of.ts';
import { type Validity, validitySchema } from '../../generators/axes/secret.ts';
import { setupsOf } from '../../generators/secrets/canaries.ts';
import { type AnyCase, isHomeCase } from '../../home-case/any-case.ts';
import type { Violation } from '../../invariants/violation.ts';
import type { Observation } from '../../observation/observation.ts';
import { modelOf } from '../../paths/asked-model.ts';
import { pathOf } from '../../paths/paths.ts';
import { hasDatabase, STEPS_TITLE, setupOf, textOfSetup } from '../setup-text.ts';
import type { ShownKey } from '../text-parts.ts';
import { seeWhatIsSent } from './see-what-is-sent.ts';
import { stepsInHome } from './steps-in-home.ts';

const WRITE_FILES = 'In a throw-away home, never in your own, write these files and set these variables.';
/** The secret to put in the place of each kind; null: any text. */
const KEYS: Readonly<Record<Validity, string | null>> = {
  live: 'that the provider accepts',
  stale: null,
  limited: 'to which the provider answers 429',
};
const ANY_TEXT =
  'To see only what is sent first, any text does: the provider then answers 401, and outcomes differ from those below.';
/** @source openclaw@2026.9.6:docs/cli/models.md (`paste-api-key`) */
const STORE_KEYS =
  'OpenClaw keeps the profiles in a database. `openclaw models auth paste-api-key --provider <provider> --profile-id <profile>` asks for the key of one, or reads it from a pipe, and stores it. Run it before you write `openclaw.json`, which it edits. Its warnings about a gateway do no harm here.';
/** @source openclaw@2026.9.6:docs/cli/doctor/running.md (`--fix`); tried on 2026.9.6 with keys, tokens, logins, references, an order and a cooldown */
const STORE_RECORD =
  'OpenClaw keeps the profiles in a database. Write the record that is shown to `~/.openclaw/agents/main/agent/auth-profiles.json`, and run `openclaw doctor --fix --non-interactive`, which stores it. Do so before you write `openclaw.json`, which the command edits. It changes more in the home than this.';
/** @source openclaw@2026.9.6:docs/gateway/configuration-reference.md (`gateway.mode`, `gateway.auth`) */
const GATEWAY_SETTINGS =
  'The gateway also needs `"gateway": { "mode": "local", "auth": { "mode": "token", "token": "<any text>" } }` in `openclaw.json`. Wait until it is ready before you run the next line.';
/** @source openclaw@2026.9.6:docs/nodes/audio.md (smaller files are skipped) */
const LEAST_AUDIO =
  'A recording must have at least 1,024 bytes: `head -c 4096 /dev/zero > voice.wav` makes one.';
/** Seen on 2026.9.6 with an entry's key. */
const REFUSED = ' (after a 401, OpenClaw leaves the key out for a while in the same home)';
const REAL_MODEL = 'A real model may not do so: ask again, or in other words.';

export interface Reproduced {
  readonly value: AnyCase;
  readonly version: string;
  readonly violation: Violation;
  /** Those of the paths of the violation, or of all steps. */
  readonly shown: readonly Observation[];
  /** The case that the law holds it against; null: none. */
  readonly variant: AnyCase | null;
}

/** Lines of Markdown. */
export function stepsToReproduce({ value, version, violation, shown, variant }: Reproduced): string[] {
  const inHome = isHomeCase(value) ? null : stepsInHome(value, version, GATEWAY_SETTINGS, variant !== null);
  const asked = inHome ? shown.map(({ path }) => path) : violation.paths;
  const setup = setupOf(value, version, asked);
  const other = variant && !inHome ? setupOf(variant, version, violation.paths) : null;
  return [
    `1. ${[WRITE_FILES, ...keysText([...setup.keys, ...(other?.keys ?? [])])].join(' ')}`,
    '',
    '```',
    // The steps in the home have a list of their own below.
    textOfSetup({ ...setup, files: setup.files.filter(({ title }) => title !== STEPS_TITLE) }),
    '```',
    '',
    ...(hasDatabase(value, version) ? [profilesText(value), ''] : []),
    ...(inHome ?? eachPath(value, version, shown)),
    ...filesText(shown),
    ...seeWhatIsSent(value, violation.law, shown),
    // No command line says what the model does.
    ...[...new Set(shown.map(({ path }) => path))].flatMap((path) => {
      const { turn } = pathOf(path);
      return turn ? [`${path}: ${turn.modelDoes} ${namedInCall(value, path)}${REAL_MODEL}`, ''] : [];
    }),
    ...(other
      ? ['3. Run it with this setup, too. It promises the same:', '', '```', textOfSetup(other), '```', '']
      : []),
  ];
}

/** The model that the call of a tool names, where the case leaves it to the call. */
function namedInCall(value: AnyCase, name: Observation['path']): string {
  const path = pathOf(name);
  if (isHomeCase(value) || value.mediaSelection !== 'command' || path.turn?.endsWith !== 'result') return '';
  return `Its call names the model \`${modelOf(value, path).reference}\`. `;
}

/** The second step where each path has a home of its own. */
function eachPath(value: AnyCase, version: string, shown: readonly Observation[]): string[] {
  const lines = (through: boolean) => shellLines(value, version, shown, through);
  const throughGateway = lines(true);
  const hasSteps = isHomeCase(value) && Boolean(value.asked.after?.length);
  return [
    hasSteps
      ? '2. Run this, then what follows in the home, then this again; in a fresh home for each line:'
      : `2. Run each command in a fresh home that has this setup${shown.length > 1 ? REFUSED : ''}:`,
    '',
    '```sh',
    ...lines(false),
    ...(throughGateway.length > 0 ? ['openclaw gateway run &', ...throughGateway] : []),
    '```',
    '',
    ...(throughGateway.length > 0 ? [GATEWAY_SETTINGS, ''] : []),
  ];
}

/** @param through the paths through a gateway, or those by command */
function shellLines(
  value: AnyCase,
  version: string,
  shown: readonly Observation[],
  through: boolean,
): string[] {
  return shown
    .filter(({ lane }) => (lane === 'gateway') === through)
    .map(({ path, model }) =>
      shellLine(pathOf(path), {
        ...runnableOf(value).asked(pathOf(path), model.provider, version),
        throughGateway: through,
      }),
    );
}

/** The kinds of the keys that setups show, a sentence each. */
function keysText(keys: readonly ShownKey[]): string[] {
  const kinds = validitySchema.options.flatMap((kind) => {
    const words = new Set(keys.filter(({ validity }) => validity === kind).map(({ word }) => word));
    return [...words].map(
      (word) => `In place of each \`<${kind} ${word}>\`, put ${given(word, KEYS[kind])}.`,
    );
  });
  const begun = new Map(keys.flatMap(({ word, prefix }) => (prefix ? [[word, prefix]] : [])));
  return [
    ...kinds,
    ...[...begun].map(
      ([word, prefix]) => `Begin ${one(word)} with \`${prefix}\`: OpenClaw tells it from a key by that.`,
    ),
    ...(keys.some(({ hasLetter }) => hasLetter) ? ['Different letters are different texts.'] : []),
    ...(keys.some(({ validity }) => validity === 'live') ? [ANY_TEXT] : []),
  ];
}

function given(word: string, which: string | null): string {
  return which === null ? 'any text, which the provider refuses' : `${one(word)} ${which}`;
}

function one(word: string): string {
  return word.startsWith('a') ? `an ${word}` : `a ${word}`;
}

/** Tells how the profiles of a case come into the database of a build: `paste-api-key` takes plain keys and nothing beside them. */
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
    ...inWorkspace.map(
      (name) => `\`${name}\` lies in the workspace of the agent, \`~/.openclaw/workspace\`.`,
    ),
  ];
  return sentences.length > 0 ? [sentences.join(' '), ''] : [];
}
