/**
 * A home case written to disk: its files as they are, with the canaries of one run, and under them the settings that a
 * driver needs. Where both set one thing, the user's stands.
 */
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { providerNamed } from '../../generators/providers/catalog.ts';
import { localPortsOf } from '../../home-case/addresses.ts';
import { agentFolderOf, agentOf, configurationOf } from '../../home-case/configuration.ts';
import { fileText } from '../../home-case/file-text.ts';
import { CONFIG_FILE, type HomeCase, type HomeFile } from '../../home-case/home-case.ts';
import { filledIn, type HomeTexts, originOf, placeholdersIn } from '../../home-case/secrets.ts';
import { at, record, text } from '../../support/json-path.ts';
import { type PluginSettings, widerMirrorEnvironment } from '../subject/plugin-settings.ts';
import type { Subject } from '../subject/subject.ts';
import { traitsOf } from '../versions/traits.ts';
import { AUTH_STORE, CONFIG, MODELS_FILE } from './declared-places.ts';
import { driverConfig } from './driver-config.ts';
import type { DriverSettings } from './driver-settings.ts';
import type { Home } from './home.ts';
import { movedInTime } from './moved-in-time.ts';
import { storesOfHome } from './stores-of-home.ts';
import { writeWorkspace } from './workspace.ts';

export interface HomeCaseRun {
  readonly subject: Subject;
  readonly folder: string;
  /** The `plugins` section of a home without one. */
  readonly plugins: PluginSettings;
  /** The plugins that the build must find. */
  readonly there: readonly string[];
  readonly settings: DriverSettings;
}

export async function writeHomeCase(
  value: HomeCase,
  { texts }: Pick<HomeTexts, 'texts'>,
  { subject, folder, plugins, there, settings }: HomeCaseRun,
): Promise<Home> {
  const traits = traitsOf(subject.version);
  const agent = agentOf(value).id;
  const state = path.join(folder, '.openclaw');
  const agentFolder = path.join(folder, agentFolderOf(agentOf(value)));
  const work = path.join(folder, 'work');
  const workspace = workspaceOf(value, folder, agent);
  const folders = [
    state,
    work,
    workspace,
    path.join(folder, 'tmp'),
    ...(traits.hasAgentFolder ? [agentFolder] : []),
  ];
  for (const each of [...folders, settings.compileCache]) await mkdir(each, { recursive: true });
  await symlink(settings.compileCache, path.join(folder, 'tmp', 'jiti'));

  const all = { ...texts, home: folder };
  const filled = value.files.map((file) => filledIn(movedInTime(file, value.takenAt), all));
  const stores = filled.filter((file) => file.as === 'store');
  const isDatabase = traits.authStore === 'sqlite';
  const lateFiles: Record<string, string> = {};
  for (const file of filled) {
    if (file.as === 'store') continue;
    const name = path.join(folder, file.path);
    await mkdir(path.dirname(name), { recursive: true });
    const content =
      file.path === CONFIG_FILE
        ? withDriver(value, file, { plugins: { ...plugins }, settings, traits })
        : file;
    if (isDatabase && stores.length > 0 && isOlderStore(file.path)) lateFiles[name] = fileText(content);
    else await writeFile(name, fileText(content), { mode: file.as === 'text' ? 0o700 : 0o600 });
  }
  const ownStores = storesOfHome(stores, state, traits);
  for (const { store, agentFolder: folderOfAgent } of isDatabase ? [] : ownStores)
    await writeFileStore(folderOfAgent ?? agentFolder, store);
  await writeWorkspace(workspace, settings.paths, traits.sessionSettings);
  const ports = localPortsOf(value);
  return {
    folder,
    work,
    agentFolder,
    workspace,
    programs: null,
    environment: {
      TZ: 'UTC',
      NO_COLOR: '1',
      ...filledIn((settings.sections && value.service) ?? value.environment, all),
      HOME: folder,
      TMPDIR: path.join(folder, 'tmp'),
      OPENCLAW_STATE_DIR: state,
      ...widerMirrorEnvironment(subject, there),
      ...(ports.length > 0 ? { CONFORMANCE_LOOPBACK_PORTS: ports.join(',') } : {}),
    },
    commandsBefore: filledIn(value.asked.before, all),
    stepsAfter: filledIn(value.asked.after ?? [], all),
    pendingStores: isDatabase ? ownStores : [],
    pendingSecrets: traits.hasSecretStore ? Object.assign({}, ...stores.map(({ secrets }) => secrets)) : {},
    lateFiles,
    declares: (file, { place }) =>
      place.holder === 'home' ? declares(value, file, originOf(place.name)) : CONFIG.test(file),
  };
}

function withDriver(
  value: HomeCase,
  file: Extract<HomeFile, { as: 'json' | 'variables' | 'ini' | 'text' }>,
  driver: Parameters<typeof driverConfig>[2],
): typeof file {
  return file.as === 'json' ? { ...file, content: driverConfig(value, record(file.content), driver) } : file;
}

/** The stores of builds before 2026.6.5, which later ones adopt (docs/openclaw-auth-contract.md 1.6). */
function isOlderStore(file: string): boolean {
  return /\/auth-(profiles|state)\.json$/.test(file);
}

async function writeFileStore(agentFolder: string, store: object): Promise<void> {
  await mkdir(agentFolder, { recursive: true });
  await writeFile(path.join(agentFolder, 'auth-profiles.json'), JSON.stringify(store, null, 2), {
    mode: 0o600,
  });
}

/** The workspace of the agent: the one that the configuration names, if that is below the home. */
function workspaceOf(value: HomeCase, folder: string, agent: string): string {
  const named =
    text(agentOf(value).settings.workspace) ?? text(at(configurationOf(value), 'agents.defaults.workspace'));
  const inside = named?.replace(/^~|^\{\{home\}\}/, folder);
  if (inside?.startsWith(folder)) return inside;
  return path.join(folder, '.openclaw', agent === 'main' ? 'workspace' : `workspace-${agent}`);
}

/** Whether the home itself has a secret in a file, or a build may copy it there from where it is. */
function declares(value: HomeCase, file: string, name: string): boolean {
  const holds = value.files.filter((each) => placeholdersIn(each).includes(name)).map((each) => each.path);
  if (
    holds.some(
      (each) =>
        file === each ||
        file.startsWith(`${each}.`) ||
        (/-(wal|shm|journal)$/.test(file) && file.startsWith(each)),
    )
  )
    return true;
  const isOfStore = holds.some((each) => AUTH_STORE.test(each));
  if (isOfStore && (AUTH_STORE.test(file) || /\/auth-profiles\.json/.test(file))) return true;
  const { kind, provider = null } = value.secrets[name] ?? {};
  // The file in which builds keep what a token was exchanged for.
  if (providerNamed(provider)?.exchange?.keptIn.test(file)) return true;
  const isInline = holds.some(
    (each) => !AUTH_STORE.test(each) && each.startsWith('.openclaw/') && !each.endsWith('.env'),
  );
  return (
    isInline &&
    (CONFIG.test(file) ||
      (MODELS_FILE.test(file) && (kind === 'entry' || kind === 'header' || kind === 'models.json')))
  );
}
