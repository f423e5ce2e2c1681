/** A copied home as it was read, secrets and all: it is kept in memory, and `import/home-case-of.ts` alone takes it. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { versionSchema } from '../../gateway/versions/version.ts';
import { agentsOf } from '../../home-case/configuration.ts';
import { CONFIG_FILE, type HomeFile } from '../../home-case/home-case.ts';
import { withIncludes } from '../../home-case/includes.ts';
import { BadInput } from '../../support/bad-input.ts';
import { variablesIn } from '../../support/env-text.ts';
import { at, record, text } from '../../support/json-path.ts';
import type { JsonRecord } from '../../support/json-record.ts';
import { readText } from '../../support/read-text.ts';
import { AGENT_STORE, databaseOf } from '../auth-database.ts';
import { type FileKind, kindOfFile, whyLeftOut } from './known-files.ts';
import { filesNamedIn } from './named-files.ts';
import { readFile } from './read-file.ts';
import { type Service, serviceOf } from './service.ts';
import { sourcedIn } from './shell-exports.ts';
import { isOfAnother, type StateFolder, stateFolderOf } from './state-folder.ts';
import { filesBelow } from './walk.ts';

/** A part that an import left out, by a name without secrets, and the reason. */
export interface LeftOut {
  readonly what: string;
  readonly why: string;
}

export interface RawHome {
  /** The folder that was given, absolute. */
  readonly folder: string;
  /** The place of its state in it. */
  readonly state: StateFolder;
  readonly files: readonly HomeFile[];
  /** openclaw.json with what it includes. */
  readonly config: JsonRecord;
  /** Variables of the process. */
  readonly environment: Readonly<Record<string, string>>;
  /** The variables of the gateway in place of them, where it runs as a service. */
  readonly service: Service | null;
  /** The names of the files that were not read. */
  readonly others: readonly string[];
  /** Parts that were not read of files that were. */
  readonly unread: readonly LeftOut[];
  readonly writtenBy: string | null;
  readonly takenAt: number;
  /** Reads one more file of the home, by its name; null where there is none. */
  more(name: string): string | null;
}

/** The place of the home while names in it are resolved. */
const VIRTUAL = '/home/of-the-case';

/**
 * @param folder a home, or its `.openclaw`
 * @param environmentFile the variables of the process, in `.env` form; null: none are known
 * @throws BadInput when there is no configuration, or a file cannot be read
 */
export function readRawHome(folder: string, environmentFile: string | null): RawHome {
  if (environmentFile && !existsSync(environmentFile))
    throw new BadInput(`--variables ${environmentFile} does not exist. Check the path.`);
  const environment = environmentFile ? variablesIn(readText(environmentFile)) : {};
  const state = stateFolderOf(folder, environment);
  const onDisk = (name: string) => path.join(folder, state.onDisk(name));
  const { own = [], others: beside = [] } = Object.groupBy(filesBelow(folder), (name) =>
    isOfAnother(state, name) ? 'others' : 'own',
  );
  const names = own.map((name) => state.inCase(name));
  const files = new Map<string, HomeFile>();
  const read = (name: string, kind: FileKind): HomeFile => {
    const file = readFile(onDisk(name), name, kind);
    files.set(name, file);
    return file;
  };
  const configFile = read(CONFIG_FILE, 'json');
  const content = configFile.as === 'json' ? configFile.content : {};
  const config = record(
    withIncludes(content, path.join(VIRTUAL, '.openclaw'), (included) => {
      const inside = path.relative(VIRTUAL, included);
      const name = inside.startsWith('..') ? state.named(included) : inside;
      if (name === null || !existsSync(onDisk(name)))
        throw new BadInput(
          `$include in ${CONFIG_FILE}: ${path.basename(included)} is not in ${folder}. Copy it, too.`,
        );
      const file = read(name, 'json');
      return record(file.as === 'json' ? file.content : {});
    }),
  );
  const agentFolders = agentsOf(config).flatMap(({ settings }) => {
    const named = text(settings.agentDir);
    return (named && state.named(named)) ?? [];
  });
  for (const name of names) {
    const kind = kindOfFile(name, agentFolders);
    if (kind && !files.has(name)) read(name, kind);
  }
  const more = (name: string) => (existsSync(onDisk(name)) ? readText(onDisk(name)) : null);
  const service = serviceOf(names, more);
  const variables = [environment, service?.variables ?? {}, ...[...files.values()].map(variablesOf)];
  for (const [name, kind] of filesNamedIn([config, ...variables], state, names, onDisk))
    if (!files.has(name) && !service?.files.includes(name)) read(name, kind);
  // Files that profiles of the shell read, and those that these read again.
  for (let shells = names.filter((name) => kindOfFile(name) === 'exports'); shells.length > 0; ) {
    const sourced = new Set(shells.flatMap((name) => namesSourced(files.get(name), state)));
    shells = [...sourced].filter((name) => names.includes(name) && !files.has(name));
    for (const name of shells) read(name, 'exports');
  }
  const unread = names
    .filter((name) => kindOfFile(name, agentFolders) === 'agent database')
    .flatMap((name) => chosenSessions(name, onDisk(name)));
  const others = names.filter((name) => !files.has(name) && !service?.files.includes(name));
  const times = [...files.keys()].map((name) => statSync(onDisk(name)).mtimeMs);
  const version = versionSchema.safeParse(at(config, 'meta.lastTouchedVersion')).data;
  return {
    folder: path.resolve(folder),
    state,
    files: [...files.values()],
    config,
    environment,
    service,
    others: [...others, ...beside],
    unread,
    writtenBy: version ?? null,
    takenAt: Math.round(Math.max(...times)),
    more,
  };
}

function namesSourced(file: HomeFile | undefined, state: StateFolder): string[] {
  const sourced = file?.as === 'text' ? sourcedIn(file.text) : [];
  return sourced.flatMap((name) => state.named(name.replace(/^\$HOME\//, '~/')) ?? []);
}

/** The sessions of a database are not read, also those that have a model or a profile of their own. */
function chosenSessions(name: string, file: string): LeftOut[] {
  const count = databaseOf(file, AGENT_STORE)?.chosenSessions ?? 0;
  if (count === 0) return [];
  return [
    { what: `${name}: ${count} sessions with a model or a profile of their own`, why: 'conversations' },
  ];
}

function variablesOf(file: HomeFile): Readonly<Record<string, string>> {
  return file.as === 'variables' ? file.variables : {};
}

/** Files that were left out, by their folder and the reason. */
export function leftOutOf(names: readonly string[]): LeftOut[] {
  const groups = Map.groupBy(names, (name) => {
    const folder = name.split('/').slice(0, -1).slice(0, 3).join('/');
    return JSON.stringify([folder, whyLeftOut(name)]);
  });
  return [...groups].map(([key, [first = '', ...rest]]) => {
    const [folder = '', why = ''] = z.tuple([z.string(), z.string()]).parse(JSON.parse(key));
    return { what: rest.length === 0 ? first : `${folder || '.'} (${rest.length + 1} files)`, why };
  });
}
