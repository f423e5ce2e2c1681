/** A copied home as a case: its files as they are, with a named placeholder for each secret. */
import path from 'node:path';
import { agentsOf } from '../home-case/configuration.ts';
import { CONFIG_FILE, type HomeCase, type HomeFile } from '../home-case/home-case.ts';
import type { LaterStep } from '../home-case/later-step.ts';
import type { PathName } from '../observation/path-name.ts';
import { BadInput } from '../support/bad-input.ts';
import { record } from '../support/json-path.ts';
import type { JsonRecord } from '../support/json-record.ts';
import { environmentOfCase } from './environment-of-case.ts';
import { USERS_HOME } from './files/name-in-home.ts';
import { type LeftOut, leftOutOf, type RawHome } from './files/raw-home.ts';
import { again } from './secrets/again.ts';
import { cleanFile } from './secrets/clean-file.ts';
import { cleanStep } from './secrets/clean-step.ts';
import { cleanVariables } from './secrets/clean-variables.ts';
import { cleanWords } from './secrets/clean-words.ts';
import { modelsIn, providersIn } from './secrets/names-in.ts';
import { sourcesOf } from './secrets/sources.ts';
import { createVault } from './secrets/vault.ts';
import { providerOfName, referrersIn } from './secrets/whose.ts';
import { withoutInstalled } from './without-installed.ts';

export interface Asked {
  /** `provider/model` of the call that failed; null: the configured one. */
  readonly model: string | null;
  /** The agent that took the turn; null: the usual one. */
  readonly agent: string | null;
  /** The paths that failed for the user. */
  readonly failing: readonly PathName[];
  /** The commands that the user ran on the home before, as the words after `openclaw`. */
  readonly before?: readonly (readonly string[])[];
  /** The steps that the user took once the paths had been taken. */
  readonly after?: readonly LaterStep[];
  /** The names of the secrets that are accepted; null: all that can be. */
  readonly live: readonly string[] | null;
}

export interface ImportedHome {
  readonly case: HomeCase;
  readonly read: readonly string[];
  readonly leftOut: readonly LeftOut[];
  readonly replaced: readonly LeftOut[];
  /** The texts of its secrets, which nothing may hold that leaves the machine. */
  readonly texts: readonly string[];
  /** They and all else that was replaced, by the name of what stands for it. */
  readonly originals: Readonly<Record<string, string>>;
}

/** @throws BadInput when an agent or a live secret is named that the home does not have */
export function homeCaseOf(
  home: RawHome,
  { model, agent, failing, before = [], after = [], live }: Asked,
): ImportedHome {
  const agents = ['main', ...agentsOf(home.config).map(({ id }) => id)];
  if (agent && !agents.includes(agent))
    throw new BadInput(
      `--agent ${agent}: the home has no such agent. It has ${[...new Set(agents)].join(', ')}.`,
    );
  const contents = [home.config, ...home.files.map(contentOf)];
  const models = new Set(contents.flatMap(modelsIn));
  const vault = createVault([...models]);
  const { environment, leftOut: machines } = environmentOfCase(home.environment);
  const profileIds = new Set(home.files.flatMap(profilesIn));
  const fileNames = new Set(home.files.map(({ path }) => path));
  const referrers = referrersIn(contents);
  const providers = new Set([
    ...contents.flatMap((each) => providersIn(each)),
    ...providersIn({ agents: { model } }),
  ]);
  const place = (text: string) =>
    home.state.placed(
      text.startsWith(home.folder) ? `{{home}}${text.slice(home.folder.length)}` : inHome(text),
    );
  const common = {
    ofVariable: (name: string) => providerOfName(name, referrers, providers),
    place,
    isProfile: (text: string) => profileIds.has(text),
    isModel: (text: string) => models.has(text),
    isFile: (text: string) => /[/\\]/.test(text) && fileNames.has(home.state.named(text) ?? ''),
  };
  const sources = sourcesOf(home, vault, referrers, {
    ...common,
    label: '',
    whose: (_path, owner) => ({ kind: 'entry', provider: owner, profile: null }),
  });
  const installed: LeftOut[] = [];
  const taken = new Set(sources.files.map(({ path }) => path));
  const files = home.files
    .filter(({ path }) => !taken.has(path))
    .map((file) => withoutInstalled(file, installed))
    .map((file) => cleanFile(file, vault, { ...common, replaced: sources.rewritten }, home.takenAt));
  // A model or an agent may be called what a secret looks like.
  const named = (name: string | null) => name && vault.scrubbed('', name, 'id');
  const variables = cleanVariables(environment, '', vault, common);
  const service = home.service && environmentOfCase(home.service.variables);
  const ofService = service && {
    service: cleanVariables(service.environment, ' of the service', vault, common),
  };
  const value: HomeCase = again(
    {
      kind: 'home',
      schemaVersion: 1,
      writtenBy: home.writtenBy,
      takenAt: home.takenAt,
      files: [...files, ...sources.files],
      environment: variables,
      ...ofService,
      secrets: vault.secrets,
      asked: {
        model: named(model),
        agent: named(agent),
        failing: [...failing],
        before: before.map((words) => cleanWords(words, vault, common)),
        ...(after.length > 0 ? { after: after.map((step) => cleanStep(step, vault, common)) } : {}),
      },
    },
    vault,
  );
  for (const step of after)
    if (step.do === 'replace') mustBeIn(vault.secrets, `--then replace ${step.secret}`, step.secret);
  return {
    case: { ...value, secrets: withLive(value.secrets, live) },
    read: [...[...files, ...sources.files].map(({ path }) => path), ...(home.service?.files ?? [])],
    leftOut: again(
      [
        ...leftOutOf(home.others.filter((name) => !taken.has(name))).map((each) =>
          shown(each, vault.scrubbed),
        ),
        ...home.unread.map((each) => shown(each, vault.scrubbed)),
        ...installed,
        ...sources.leftOut,
        ...vault.leftOut,
        ...machines,
        ...(service?.leftOut ?? []),
        ...(home.service?.unknown ?? []).map((what) => ({ what, why: 'the home has no text of it' })),
      ],
      vault,
    ),
    replaced: again([...movedState(home.state), ...sources.replaced], vault),
    texts: vault.texts(),
    originals: vault.originals(),
  };
}

/** A text that names a place in the user's home, with the home of a run in its place, and with slashes. */
function inHome(text: string): string {
  const [named = ''] = USERS_HOME.exec(text) ?? [];
  if (named === '') return text;
  const rest = text.slice(named.replace(/[\\/]$/, '').length);
  return `{{home}}${/^[A-Z]:/.test(named) ? rest.replaceAll('\\', '/') : rest}`;
}

function movedState({ folder, configuration }: RawHome['state']): LeftOut[] {
  const isUsual = configuration === (folder === '' ? 'openclaw.json' : CONFIG_FILE);
  return isUsual ? [] : [{ what: `~/${configuration}`, why: `~/${CONFIG_FILE} takes its place` }];
}

/** The name of a file may tell of somebody. */
function shown(
  { what, why }: LeftOut,
  scrubbed: (name: string, text: string, whose: 'id') => string,
): LeftOut {
  return { what: scrubbed('', what, 'id').replaceAll(/\{\{[^}]*\}\}/g, '…'), why };
}

function withLive(secrets: HomeCase['secrets'], live: readonly string[] | null): HomeCase['secrets'] {
  if (!live) return secrets;
  for (const name of live) mustBeIn(secrets, `--live ${name}`, name);
  return Object.fromEntries(
    Object.entries(secrets).map(([name, secret]) => [name, { ...secret, stale: !live.includes(name) }]),
  );
}

function mustBeIn(secrets: HomeCase['secrets'], option: string, name: string): void {
  if (name in secrets) return;
  const names = Object.keys(secrets).join(', ') || 'none';
  throw new BadInput(`${option}: the home has no such secret. It has ${names}.`);
}

/** The ids of the profiles that a file keeps. */
function profilesIn(file: HomeFile): string[] {
  if (file.as === 'store') return Object.keys(record(file.profiles.profiles));
  const isStore = file.as === 'json' && path.basename(file.path) === 'auth-profiles.json';
  return isStore ? Object.keys(record(record(file.content).profiles)) : [];
}

function contentOf(file: HomeFile): unknown {
  if (file.as === 'json') return file.path === CONFIG_FILE ? {} : file.content;
  return file.as === 'store' ? ({ profiles: file.profiles } satisfies JsonRecord) : {};
}
