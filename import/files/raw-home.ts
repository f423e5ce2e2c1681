/** A copied home as it was read, secrets and all: it is kept in memory, and `import/home-case-of.ts` alone takes it. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { isVersion } from '../../gateway/versions/version.ts';
import { CONFIG_FILE, type HomeFile } from '../../home-case/home-case.ts';
import { withIncludes } from '../../home-case/includes.ts';
import { BadInput } from '../../support/bad-input.ts';
import { at, record } from '../../support/json-path.ts';
import type { JsonRecord } from '../../support/json-record.ts';
import { parseJson5 } from '../../support/read-json.ts';
import { readText } from '../../support/read-text.ts';
import { AGENT_STORE, databaseOf, SHARED_STORE } from '../auth-database.ts';
import { iniSections } from './ini.ts';
import { type FileKind, kindOfFile, whyLeftOut } from './known-files.ts';
import { nameInHome } from './name-in-home.ts';
import { type Service, serviceOf } from './service.ts';
import { exportsOnly } from './shell-exports.ts';
import { filesBelow } from './walk.ts';

/** What an import left out, by a name without secrets, and why. */
export interface LeftOut {
  readonly what: string;
  readonly why: string;
}

export interface RawHome {
  /** The folder that was given, absolute. */
  readonly folder: string;
  readonly files: readonly HomeFile[];
  /** openclaw.json with what it includes. */
  readonly config: JsonRecord;
  /** Variables of the process. */
  readonly environment: Readonly<Record<string, string>>;
  /** The variables of the gateway in place of them, where it runs as a service. */
  readonly service: Service | null;
  /** The names of the files that were not read. */
  readonly others: readonly string[];
  readonly writtenBy: string | null;
  readonly takenAt: number;
  /** Reads one more file of the home, by its name; null where there is none. */
  more(name: string): string | null;
}

const recordSchema = z.record(z.string(), z.unknown());
/** Where the home stands while names in it are resolved. */
const VIRTUAL = '/home/of-the-case';

/**
 * @param folder a home, or its `.openclaw`
 * @param environmentFile the variables of the process, in `.env` form; null: none are known
 * @throws BadInput when there is no configuration, or a file cannot be read
 */
export function readRawHome(folder: string, environmentFile: string | null): RawHome {
  const isState =
    !existsSync(path.join(folder, CONFIG_FILE)) && existsSync(path.join(folder, 'openclaw.json'));
  if (!isState && !existsSync(path.join(folder, CONFIG_FILE)))
    throw new BadInput(
      `${folder} holds no openclaw.json, nor does its .openclaw. Give the copied home folder.`,
    );
  const onDisk = (name: string) => path.join(folder, isState ? name.replace(/^\.openclaw\//, '') : name);
  const names = filesBelow(folder).map((name) => (isState ? path.join('.openclaw', name) : name));
  const files = new Map<string, HomeFile>();
  const read = (name: string, kind: FileKind): HomeFile => {
    const file = readFile(onDisk(name), name, kind);
    files.set(name, file);
    return file;
  };
  const configFile = read(CONFIG_FILE, 'json');
  const content = configFile.as === 'json' ? configFile.content : {};
  const config = withIncludes(content, path.join(VIRTUAL, '.openclaw'), (included) => {
    const name = nameInHome(path.relative(VIRTUAL, included));
    if (name === null || !existsSync(onDisk(name)))
      throw new BadInput(
        `$include in ${CONFIG_FILE}: ${path.basename(included)} is not in ${folder}. Copy it, too.`,
      );
    const file = read(name, 'json');
    return record(file.as === 'json' ? file.content : {});
  });
  for (const name of names) {
    const kind = kindOfFile(name);
    if (kind && !files.has(name)) read(name, kind);
  }
  const more = (name: string) => (existsSync(onDisk(name)) ? readText(onDisk(name)) : null);
  const service = serviceOf(names, more);
  const others = names.filter((name) => !files.has(name) && !service?.files.includes(name));
  if (environmentFile && !existsSync(environmentFile))
    throw new BadInput(`--variables ${environmentFile} does not exist. Check the path.`);
  const times = [...files.keys()].map((name) => statSync(onDisk(name)).mtimeMs);
  const version = z.string().refine(isVersion).safeParse(at(config, 'meta.lastTouchedVersion')).data;
  return {
    folder: path.resolve(folder),
    files: [...files.values()],
    config: record(config),
    environment: environmentFile ? variablesIn(readText(environmentFile)) : {},
    service,
    others,
    writtenBy: version ?? null,
    takenAt: Math.round(Math.max(...times)),
    more,
  };
}

function readFile(file: string, name: string, kind: FileKind): HomeFile {
  switch (kind) {
    case 'json':
      return { path: name, as: 'json', content: objectIn(readText(file), file) };
    case 'variables':
      return { path: name, as: 'variables', variables: variablesIn(readText(file)) };
    case 'ini':
      return { path: name, as: 'ini', sections: iniSections(readText(file)) };
    case 'text':
      return { path: name, as: 'text', text: readText(file) };
    case 'exports':
      return { path: name, as: 'text', text: exportsOnly(readText(file)) };
    case 'shared database':
    case 'agent database': {
      const rows = databaseOf(file, kind === 'shared database' ? SHARED_STORE : AGENT_STORE);
      const { store = {}, state = {}, secrets = {} } = rows ?? {};
      return { path: name, as: 'store', profiles: store, state, secrets };
    }
  }
}

function objectIn(text: string, file: string): JsonRecord {
  const { data } = recordSchema.safeParse(parseJson5(text, file));
  if (!data) throw new BadInput(`${file} holds no object at its top. Correct it first.`);
  return data;
}

function variablesIn(text: string): Record<string, string> {
  return Object.fromEntries(Object.entries(parseEnv(text)).map(([name, value]) => [name, value ?? '']));
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
