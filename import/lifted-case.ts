/** A home case in the vocabulary of the generators, as far as that has words for it. */
import { configurationOf } from '../home-case/configuration.ts';
import { fileText } from '../home-case/file-text.ts';
import { type HomeCase, jsonAt } from '../home-case/home-case.ts';
import { filledIn, textsOfHome } from '../home-case/secrets.ts';
import { record } from '../support/json-path.ts';
import type { JsonRecord } from '../support/json-record.ts';
import { caseOfHome, type Imported } from './case-of-home.ts';
import type { OpenClawHome } from './openclaw-home.ts';

/** @throws BadInput when the home's model or provider has no counterpart in a case */
export function liftedCase(value: HomeCase): Imported {
  const { texts } = textsOfHome(value, 'lifted');
  return caseOfHome(
    openClawHome(filledIn(value, { ...texts, home: '/home/of-the-case' })),
    value.asked.model,
  );
}

/** The home as its files say it, with the canaries in them. */
function openClawHome(value: HomeCase): OpenClawHome {
  const agent = '.openclaw/agents/main/agent';
  const stores = value.files.filter((file) => file.as === 'store');
  const profiles = record(jsonAt(value, `${agent}/auth-profiles.json`));
  const isFlat = profiles.profiles === undefined && profiles.version === undefined;
  const inFile = isFlat ? profiles : record(profiles.profiles);
  const isFilled = stores.some((each) => Object.keys(record(each.profiles.profiles)).length > 0);
  const part = (name: 'profiles' | 'state'): JsonRecord =>
    Object.assign({}, ...stores.map((each) => each[name]));
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
    awsProfiles: Object.assign(
      {},
      ...['config', 'credentials'].map((name) => {
        const file = aws(name);
        const sections = file?.as === 'ini' ? Object.entries(file.sections) : [];
        return Object.fromEntries(sections.map(([title, keys]) => [title.replace(/^profile\s+/, ''), keys]));
      }),
    ),
    version: value.writtenBy,
    files: value.files.map(({ path }) => path),
  };
}

function variablesAt({ files }: HomeCase, pattern: RegExp): Readonly<Record<string, string>> {
  return Object.assign(
    {},
    ...files.flatMap((file) => (file.as === 'variables' && pattern.test(file.path) ? [file.variables] : [])),
  );
}
