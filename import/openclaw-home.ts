/**
 * Reads a real OpenClaw home: configuration, `.env` files and auth profile store, of any version, and `~/.aws`.
 *
 * Everything in it may be secret. It is read into memory, and nothing but `import/case-of-home.ts` sees it.
 *
 * @source docs/openclaw-auth-contract.md 1.1 (paths), 1.2 (.env), 1.3 and 1.6 (stores)
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { type ParsedIniData, parseKnownFiles } from '@smithy/core/config';
import { z } from 'zod';
import { isVersion } from '../gateway/versions/version.ts';
import { withIncludes } from '../home-case/includes.ts';
import { BadInput } from '../support/bad-input.ts';
import { record } from '../support/json-path.ts';
import { isJsonRecord, type JsonRecord } from '../support/json-record.ts';
import { parseJson5 } from '../support/read-json.ts';
import { readText } from '../support/read-text.ts';
import { AGENT_STORE, databaseOf, SHARED_STORE } from './auth-database.ts';

const recordSchema = z.record(z.string(), z.unknown());

export interface OpenClawHome {
  readonly config: JsonRecord;
  /** Variables by the layer that sets them. */
  readonly variables: Readonly<Record<'process' | 'state' | 'workspace', Readonly<Record<string, string>>>>;
  readonly store: JsonRecord;
  /** Where the profiles were found: in a database, in the file of older builds, or in both. */
  readonly storedIn: { readonly database: boolean; readonly file: 'none' | 'usual' | 'flat' };
  readonly state: JsonRecord;
  /** Providers in the agent's generated models.json. */
  readonly modelsFile: JsonRecord;
  /** The text of `~/.aws/config` and `~/.aws/credentials`; empty where there is none. */
  readonly aws: Readonly<Record<'config' | 'credentials', string>>;
  /** The profiles of the two files, by name, as the AWS SDK reads them. */
  readonly awsProfiles: ParsedIniData;
  /** The build that wrote the configuration last; null where it does not say. */
  readonly version: string | null;
  /** The files that were read, for the report. */
  readonly files: readonly string[];
}

/**
 * @param folder a home, or its `.openclaw`
 * @param environmentFile the variables of the process, in `.env` form; null: none are known
 * @throws BadInput when there is no configuration, or a file cannot be parsed
 */
export async function readOpenClawHome(
  folder: string,
  environmentFile: string | null,
): Promise<OpenClawHome> {
  const state = [path.join(folder, '.openclaw'), folder].find((each) =>
    existsSync(path.join(each, 'openclaw.json')),
  );
  if (!state) {
    throw new BadInput(
      `${folder} holds no openclaw.json, nor does its .openclaw. Give the copied home folder.`,
    );
  }
  const files: string[] = [];
  const read = (file: string): string | null => {
    if (!existsSync(file)) return null;
    files.push(path.relative(folder, file));
    return readText(file);
  };
  const parse = (file: string, text: string | null): JsonRecord => (text === null ? {} : parsed(file, text));
  const variables = (file: string): Record<string, string> =>
    Object.fromEntries(Object.entries(parseEnv(read(file) ?? '')).map(([name, text]) => [name, text ?? '']));
  // The SDK's files lie beside the state folder.
  const awsFolder = path.join(path.dirname(state), '.aws');
  const [awsConfig, awsCredentials] = [path.join(awsFolder, 'config'), path.join(awsFolder, 'credentials')];
  const agent = path.join(state, 'agents', 'main', 'agent');
  const json = (file: string) => parse(file, read(file));

  const included = (file: string): JsonRecord => {
    const text = read(file);
    if (text === null) throw new BadInput(`$include: ${file} does not exist. Copy it, too.`);
    return parsed(file, text);
  };
  const configFile = path.join(state, 'openclaw.json');
  const config = recordSchema.parse(withIncludes(parse(configFile, read(configFile)), state, included));
  const profiles = json(path.join(agent, 'auth-profiles.json'));
  const shared = databaseOf(path.join(state, 'state', 'openclaw.sqlite'), SHARED_STORE);
  const own = databaseOf(path.join(agent, 'openclaw-agent.sqlite'), AGENT_STORE);
  // Without `profiles` around them, the records stand at the top.
  const isFlat = profiles.profiles === undefined && profiles.version === undefined;
  const inFile = isFlat ? profiles : record(profiles.profiles);
  // An empty database, as an update makes it, holds nothing that a file beside it could give way to.
  const isFilled = [shared, own].some((each) => Object.keys(record(each?.store.profiles)).length > 0);
  const storedIn = {
    database: isFilled,
    file: Object.keys(inFile).length === 0 ? 'none' : isFlat ? 'flat' : 'usual',
  } as const;
  for (const database of [shared, own]) if (database) files.push(path.relative(folder, database.file));
  if (environmentFile && !existsSync(environmentFile)) {
    throw new BadInput(`--variables ${environmentFile} does not exist. Check the path.`);
  }
  return {
    config,
    variables: {
      process: environmentFile ? variables(environmentFile) : {},
      state: variables(path.join(state, '.env')),
      workspace: variables(path.join(folder, 'work', '.env')),
    },
    store: storedIn.database ? merged(shared?.store, own?.store) : { ...profiles, profiles: inFile },
    storedIn,
    state: storedIn.database
      ? merged(shared?.state, own?.state)
      : { ...profiles, ...json(path.join(agent, 'auth-state.json')) },
    modelsFile: json(path.join(agent, 'models.json')),
    aws: { config: read(awsConfig) ?? '', credentials: read(awsCredentials) ?? '' },
    awsProfiles: await parseKnownFiles({
      filepath: awsCredentials,
      configFilepath: awsConfig,
      ignoreCache: true,
    }),
    version: z.string().refine(isVersion).safeParse(record(config.meta).lastTouchedVersion).data ?? null,
    files,
  };
}

function parsed(file: string, text: string): JsonRecord {
  const { data } = recordSchema.safeParse(parseJson5(text, file));
  if (!data) throw new BadInput(`${file} holds no object at its top. Correct it first.`);
  return data;
}

/** An agent's own rows stand before the shared ones, entry by entry. */
function merged(shared: JsonRecord = {}, own: JsonRecord = {}): JsonRecord {
  const names = [...new Set([...Object.keys(shared), ...Object.keys(own)])];
  return Object.fromEntries(
    names.map((name) => {
      const [first, second] = [shared[name], own[name]];
      return [
        name,
        isJsonRecord(first) && isJsonRecord(second) ? { ...first, ...second } : (second ?? first),
      ];
    }),
  );
}
