/** A home case in the vocabulary of the generators, as far as that has words for it. */
import path from 'node:path';
import { PROGRAM_FILE } from '../generators/axes/program-login.ts';
import { configurationOf } from '../home-case/configuration.ts';
import { fileText } from '../home-case/file-text.ts';
import { type HomeCase, type HomeFile, jsonAt } from '../home-case/home-case.ts';
import { filledIn, textsOfHome } from '../home-case/secrets.ts';
import { record } from '../support/json-path.ts';
import { isJsonRecord, type JsonRecord } from '../support/json-record.ts';
import { caseOfHome, type Imported } from './case-of-home.ts';
import type { OpenClawHome } from './openclaw-home.ts';

/** @throws BadInput when the home's model or provider has no counterpart in a case */
export function liftedCase(value: HomeCase): Imported {
  const { texts } = textsOfHome(value, 'lifted');
  const lifted = caseOfHome(
    openClawHome(filledIn(value, { ...texts, home: '/home/of-the-case' })),
    value.asked.model,
  );
  return { ...lifted, leftOut: [...lifted.leftOut, ...pickedText(value)] };
}

/** A case picks a model for the session that its paths ask (`generators/axes/session-model.ts`), which is none that a home has. */
function pickedText({ files }: HomeCase): string[] {
  const sessions = files.flatMap((file) =>
    file.as === 'json' && path.basename(file.path) === 'sessions.json'
      ? Object.values(record(file.content))
      : [],
  );
  const picked = sessions.filter((each) => record(each).modelOverride !== undefined);
  return picked.length > 0 ? [`${picked.length} sessions for which a model is picked`] : [];
}

/** The home as its files say it, with the canaries in them. */
function openClawHome(value: HomeCase): OpenClawHome {
  const agent = '.openclaw/agents/main/agent';
  // The agent's own rows stand before those of others, and of the store that all share.
  const rank = ({ path }: HomeFile) =>
    path.startsWith('.openclaw/state/') ? 0 : path.startsWith(`${agent}/`) ? 2 : 1;
  const stores = value.files.filter((file) => file.as === 'store').toSorted((a, b) => rank(a) - rank(b));
  const profiles = record(jsonAt(value, `${agent}/auth-profiles.json`));
  const isFlat = profiles.profiles === undefined && profiles.version === undefined;
  const inFile = isFlat ? profiles : record(profiles.profiles);
  const isFilled = stores.some((each) => Object.keys(record(each.profiles.profiles)).length > 0);
  const part = (name: 'profiles' | 'state'): JsonRecord => merged(stores.map((each) => each[name]));
  const aws = (name: string) => value.files.find(({ path }) => path === `.aws/${name}`);
  const text = (name: string) => {
    const file = aws(name);
    return file && file.as !== 'store' ? fileText(file) : '';
  };
  return {
    config: configurationOf(value),
    variables: {
      process: value.environment,
      state: variablesAt(value, /^\.openclaw\/\.env$/),
      workspace: variablesAt(value, /^(work|\.openclaw\/workspace[^/]*)\/\.env$/),
    },
    store: isFilled ? part('profiles') : { ...profiles, profiles: inFile },
    storedIn: {
      database: isFilled,
      file: Object.keys(inFile).length === 0 ? 'none' : isFlat ? 'flat' : 'usual',
    },
    state: isFilled ? part('state') : { ...profiles, ...record(jsonAt(value, `${agent}/auth-state.json`)) },
    modelsFile: record(jsonAt(value, `${agent}/models.json`)),
    aws: { config: text('config'), credentials: text('credentials') },
    awsProfiles: merged([profilesOfConfig(aws('config')), sectionsOf(aws('credentials'))]),
    hasProgramLogin: record(record(jsonAt(value, PROGRAM_FILE)).tokens).access_token !== undefined,
    version: value.writtenBy,
  };
}

/** Later records stand before earlier ones, entry by entry. */
function merged<T>(all: readonly Readonly<Record<string, T>>[]): Record<string, T> {
  const whole: Record<string, T> = {};
  for (const [name, value] of all.flatMap((each) => Object.entries(each))) {
    const before = whole[name];
    whole[name] = isJsonRecord(before) && isJsonRecord(value) ? { ...before, ...value } : value;
  }
  return whole;
}

function sectionsOf(file: HomeFile | undefined): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return file?.as === 'ini' ? file.sections : {};
}

/** Each profile but the default one says that it is one, and its name may be quoted (AWS SDKs and Tools Reference Guide). */
function profilesOfConfig(file: HomeFile | undefined): ReturnType<typeof sectionsOf> {
  return Object.fromEntries(
    Object.entries(sectionsOf(file)).flatMap(([title, keys]) => {
      const name = title === 'default' ? title : /^profile\s+(["']?)(.+)\1$/.exec(title)?.[2];
      return name ? [[name, keys]] : [];
    }),
  );
}

function variablesAt({ files }: HomeCase, pattern: RegExp): Readonly<Record<string, string>> {
  return Object.assign(
    {},
    ...files.flatMap((file) => (file.as === 'variables' && pattern.test(file.path) ? [file.variables] : [])),
  );
}
