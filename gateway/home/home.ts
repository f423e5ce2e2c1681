/**
 * A home: the case written to disk as a user would have it, in a folder of its own.
 *
 * ```
 * <folder>/.openclaw/openclaw.json      <folder>/secrets.json   (SecretRef file)
 * <folder>/.openclaw/agents/main/agent  <folder>/secret-command (SecretRef exec)
 * <folder>/.openclaw/.env               <folder>/tmp
 * <folder>/work                         <folder>/work/.env
 * <folder>/.aws (shared files of the AWS SDK)           <folder>/programs (on the PATH)
 * <folder>/.config/gcloud, <folder>/keys (Google's default credentials)
 * <folder>/.codex/auth.json (another program's login)
 * ```
 */

import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BrokenProgram } from '../../generators/axes/broken-program.ts';
import { PROGRAM_FILE } from '../../generators/axes/program-login.ts';
import type { Case } from '../../generators/case.ts';
import type { Canary } from '../../generators/secrets/canaries.ts';
import type { LaterStep } from '../../home-case/later-step.ts';
import { agentId } from '../asked/asked.ts';
import { commandBeforeOf } from '../asked/command-before.ts';
import type { VersionTraits } from '../versions/traits.ts';
import { workspaceOf } from './agents.ts';
import { type AuthStores, authStoresOf } from './auth-stores.ts';
import { awsFiles, PROCESS } from './aws-files.ts';
import { configOf, movedAway } from './config.ts';
import { declares } from './declared-places.ts';
import type { DriverSettings } from './driver-settings.ts';
import { dotenvText, environmentOf, FOREIGN_CONFIG, variablesOf, workspaceVariables } from './environment.ts';
import { googleFiles } from './google-files.ts';
import { olderModelsFile } from './older-models-file.ts';
import type { ProfileFiles } from './profile-files.ts';
import { programLoginFile } from './program-login.ts';
import { referenced, writeSecretFiles } from './secret-files.ts';
import { writeWorkspace } from './workspace.ts';

export interface SubjectSettings
  extends Omit<DriverSettings, 'paths'>,
    Partial<Pick<DriverSettings, 'paths'>> {
  /** The `plugins` section of openclaw.json (`gateway/subject/plugin-settings.ts`). */
  readonly plugins: object;
}

/** A store of profiles: of one agent, or null: the one that all share. */
export interface PendingStore {
  readonly store: object;
  readonly agentFolder: string | null;
}

export interface Home {
  readonly folder: string;
  /** The working directory of commands: neutral, outside any package (docs/openclaw-auth-contract.md 5.1). */
  readonly work: string;
  readonly agentFolder: string;
  /** The workspace of the agent that takes the turn. */
  readonly workspace: string;
  /** A folder of programs for the PATH; null where there are none. */
  readonly programs: string | null;
  readonly environment: Readonly<Record<string, string>>;
  /** The commands that are run in it before any path, as the words after `openclaw`. */
  readonly commandsBefore: readonly (readonly string[])[];
  /** The steps of its user once a path was taken, before it is taken again. */
  readonly stepsAfter: readonly LaterStep[];
  /** The profile stores that are still to be written by the subject itself. */
  readonly pendingStores: readonly PendingStore[];
  /** Secrets, by name, that the subject itself has yet to write into its store. */
  readonly pendingSecrets: Readonly<Record<string, string>>;
  /** Files, by their full names, that are there only once the stores are: a build adopts those that it meets before. */
  readonly lateFiles: Readonly<Record<string, string>>;
  /** Whether the case itself put a canary into a file (relative to the folder). */
  declares(file: string, canary: Canary): boolean;
}

/** The home once everything is written that only the subject can write. */
export function withStoresWritten(home: Home): Home {
  return { ...home, pendingStores: [], pendingSecrets: {}, lateFiles: {} };
}

/** The stores that a build alone can write, and the folder of the agent that the second is of. */
export interface PendingStores extends Pick<AuthStores, 'shared' | 'agent'> {
  readonly agentFolder: string;
}

export async function writeHome(
  value: Case,
  canaries: readonly Canary[],
  traits: VersionTraits,
  folder: string,
  subject: SubjectSettings,
): Promise<Home> {
  const state = path.join(folder, '.openclaw');
  const agentFolder = path.join(state, 'agents', 'main', 'agent');
  const ownFolder = path.join(state, 'agents', agentId(value.agent), 'agent');
  const work = path.join(folder, 'work');
  const agents = traits.hasAgentFolder ? [agentFolder] : [];
  for (const each of [state, ...agents, work, path.join(folder, 'tmp')])
    await mkdir(each, { recursive: true });
  await mkdir(subject.compileCache, { recursive: true });
  await symlink(subject.compileCache, path.join(folder, 'tmp', 'jiti'));

  const secretFiles = await writeSecretFiles(folder, canaries);
  const ofCase = configOf(
    value,
    canaries,
    traits,
    { ...secretFiles, logFile: subject.logFile },
    subject.plugins,
    subject.paths,
  );
  const config = { ...ofCase, ...subject.sections };
  await writeFile(path.join(state, 'openclaw.json'), JSON.stringify(config, null, 2), { mode: 0o600 });

  const [stateFile, workFile] = [path.join(state, '.env'), path.join(work, '.env')];
  await writeDotenv(stateFile, variablesOf('state', canaries));
  await writeDotenv(workFile, {
    ...workspaceVariables(value, work),
    ...variablesOf('workspace', canaries),
  });
  if (value.foreignConfig)
    await writeFile(path.join(work, FOREIGN_CONFIG), JSON.stringify(movedAway(config, value), null, 2));
  const workspace = path.join(state, workspaceOf(value.agent));
  await writeWorkspace(workspace, subject.paths ?? [], traits.sessionSettings);
  await writeAwsFiles(value, canaries, folder);
  for (const [name, text] of Object.entries(googleFiles(canaries))) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text, { mode: 0o600 });
  }
  const program = programLoginFile(canaries, new Date());
  if (program) {
    await mkdir(path.join(folder, path.dirname(PROGRAM_FILE)), { recursive: true });
    await writeFile(path.join(folder, PROGRAM_FILE), program, { mode: 0o600 });
  }
  const older = olderModelsFile(value, canaries);
  if (older) {
    await mkdir(agentFolder, { recursive: true });
    await writeFile(path.join(agentFolder, 'models.json'), JSON.stringify(older, null, 2), { mode: 0o600 });
  }

  const stores = authStoresOf(value, canaries, traits);
  if (stores.files) await writeProfileFiles(stores.files, agentFolder);
  if (stores.agentFiles) await writeProfileFiles(stores.agentFiles, ownFolder);
  return {
    folder,
    work,
    agentFolder,
    workspace,
    programs: value.brokenProgram ? await writePrograms(folder, value.brokenProgram) : null,
    environment: environmentOf(value, canaries, folder),
    stepsAfter: [],
    commandsBefore: [commandBeforeOf(value) ?? []].filter(({ length }) => length > 0),
    pendingStores: [
      ...(stores.shared ? [{ store: stores.shared, agentFolder: null }] : []),
      ...(stores.agent ? [{ store: stores.agent, agentFolder: ownFolder }] : []),
    ],
    pendingSecrets: referenced(canaries, 'store', 0),
    lateFiles: {},
    declares: (file, { place }) => place.holder !== 'home' && declares(file, place),
  };
}

async function writeDotenv(file: string, variables: Readonly<Record<string, string>>): Promise<void> {
  const text = dotenvText(variables);
  if (text !== '') await writeFile(file, text, { mode: 0o600 });
}

async function writeAwsFiles(value: Case, canaries: readonly Canary[], folder: string): Promise<void> {
  for (const [name, text] of Object.entries(awsFiles(value, canaries, folder))) {
    const file = path.join(folder, '.aws', name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text, { mode: name === PROCESS ? 0o700 : 0o600 });
  }
}

/** @returns the folder */
async function writePrograms(folder: string, name: BrokenProgram): Promise<string> {
  const programs = path.join(folder, 'programs');
  await mkdir(programs);
  await writeFile(path.join(programs, name), `#!/bin/sh\necho '${name}: broken' >&2\nexit 1\n`, {
    mode: 0o700,
  });
  return programs;
}

/** The state is written apart from the profiles where the build does so (docs/openclaw-auth-contract.md 1.3). */
async function writeProfileFiles({ profiles, state }: ProfileFiles, agentFolder: string): Promise<void> {
  await mkdir(agentFolder, { recursive: true });
  const write = (name: string, content: object) =>
    writeFile(path.join(agentFolder, name), JSON.stringify(content, null, 2), { mode: 0o600 });
  await write('auth-profiles.json', profiles);
  if (state) await write('auth-state.json', state);
}
