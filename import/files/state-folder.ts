/**
 * The state folder of a copied home, which a case always has as `~/.openclaw`: builds kept it under older names, and profiles
 * and variables put it elsewhere.
 *
 * @source docs/openclaw-auth-contract.md 1.1 (paths); openclaw@2026.9.6:docs/help/environment.md (OPENCLAW_STATE_DIR,
 *   OPENCLAW_CONFIG_PATH, OPENCLAW_PROFILE)
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { CONFIG_FILE } from '../../home-case/home-case.ts';
import { BadInput } from '../../support/bad-input.ts';
import { nameInHome } from './name-in-home.ts';

const USUAL = '.openclaw';
/** Older names, the newest first (openclaw@2026.3.13, `LEGACY_STATE_DIRNAMES`, `LEGACY_CONFIG_FILENAMES`). */
const FOLDERS = [USUAL, '.clawdbot', '.moltbot', '.moldbot'];
const CONFIGURATIONS = ['openclaw.json', 'clawdbot.json', 'moltbot.json', 'moldbot.json'];
const OF_PROFILE = /^\.openclaw-[\w-]+$/;

export interface StateFolder {
  /** Its name below the folder that was given; empty where it is that one. */
  readonly folder: string;
  /** The file of its configuration, below the folder that was given. */
  readonly configuration: string;
  /** The name of a file in the case, by its name on disk. */
  inCase(onDisk: string): string;
  onDisk(inCase: string): string;
  /** The name in the case of a file that a text of the home names; null for one outside. */
  named(text: string): string | null;
  /** A text that names a place in the folder, as the case has it. */
  placed(text: string): string;
}

/**
 * @param given a home, or its state folder
 * @param variables those of the user's process
 * @throws BadInput where none is there, or several are
 */
export function stateFolderOf(given: string, variables: Readonly<Record<string, string>>): StateFolder {
  const apart = configurationApart(given, variables);
  const named = [...byVariables(variables), ...FOLDERS, ''].flatMap(
    (folder) => stateIn(given, folder, apart) ?? [],
  );
  const profiles = ofProfiles(given);
  const [found] = named.length > 0 ? named : profiles;
  if (!found)
    throw new BadInput(
      `${given} holds no openclaw.json, nor does its .openclaw. Give the copied home folder, or its state folder.`,
    );
  if (named.length === 0 && profiles.length > 1)
    throw new BadInput(
      `${given} holds ${profiles.map(({ folder }) => folder).join(' and ')}. Give the one that it is about.`,
    );
  return found;
}

/** A configuration that is not in the state folder, below the folder that was given; null where it is. */
function configurationApart(
  given: string,
  { OPENCLAW_CONFIG_PATH: named }: Readonly<Record<string, string>>,
): string | null {
  const own = named ? nameInHome(named) : null;
  return own && existsSync(path.join(given, own)) ? own : null;
}

function byVariables({
  OPENCLAW_STATE_DIR: state,
  OPENCLAW_PROFILE: profile,
}: Readonly<Record<string, string>>): string[] {
  const own = state ? nameInHome(state) : null;
  return [...(own ? [own] : []), ...(profile && profile !== 'default' ? [`${USUAL}-${profile}`] : [])];
}

function ofProfiles(given: string): StateFolder[] {
  if (!existsSync(given)) return [];
  return readdirSync(given)
    .filter((name) => OF_PROFILE.test(name))
    .flatMap((name) => stateIn(given, name, null) ?? []);
}

function stateIn(given: string, folder: string, apart: string | null): StateFolder | null {
  const within = CONFIGURATIONS.find((name) => existsSync(path.join(given, folder, name)));
  const isThere = folder !== '' && existsSync(path.join(given, folder));
  const file = apart && isThere ? apart : within && path.join(folder, within);
  if (!file) return null;
  const isIt = (first: string) => (folder === '' ? isState(first) : first === folder);
  return {
    folder,
    configuration: file,
    inCase(onDisk) {
      if (onDisk === file) return CONFIG_FILE;
      if (folder === '') return path.join(USUAL, onDisk);
      return onDisk.startsWith(`${folder}/`) ? `${USUAL}${onDisk.slice(folder.length)}` : onDisk;
    },
    onDisk(inCase) {
      if (inCase === CONFIG_FILE) return file;
      return inCase.startsWith(`${USUAL}/`) ? path.join(folder, inCase.slice(USUAL.length + 1)) : inCase;
    },
    named(text) {
      const name = nameInHome(text);
      const [first = '', ...rest] = name?.split('/') ?? [];
      return name && isIt(first) ? path.join(USUAL, ...rest) : name;
    },
    placed: (text) =>
      text.replace(/^(~|\{\{home\}\})\/([^/]+)/, (whole, home: string, first: string) =>
        isIt(first) ? `${home}/${USUAL}` : whole,
      ),
  };
}

/** Whether a file is of another state folder than the one that is read. */
export function isOfAnother({ folder }: StateFolder, onDisk: string): boolean {
  const [first = ''] = onDisk.split('/');
  return folder !== '' && first !== folder && isState(first);
}

function isState(name: string): boolean {
  return FOLDERS.includes(name) || OF_PROFILE.test(name);
}
