import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { runnableOf } from '../gateway/cases/runnable-of.ts';
import { caseSchema } from '../generators/case.ts';
import type { HomeCase } from '../home-case/home-case.ts';
import { filledIn, placeholdersIn, textsOfHome } from '../home-case/secrets.ts';
import { PATHS } from '../paths/paths.ts';
import { BadInput } from '../support/bad-input.ts';
import { HOMES_OF_USERS, type UsersHome } from '../test-support/homes-of-users.ts';
import { readRawHome } from './files/raw-home.ts';
import { homeCaseOf } from './home-case-of.ts';
import { liftedCase } from './lifted-case.ts';

function imported({ files, variables = '' }: Pick<UsersHome, 'files' | 'variables'>): HomeCase {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'imported-homes-'));
  for (const [name, text] of Object.entries({ ...files, 'process.env': variables })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const home = readRawHome(folder, path.join(folder, 'process.env'));
  return homeCaseOf(home, { model: null, agent: null, failing: [], live: null }).case;
}

/** A build without plugins: what is written of a home does not depend on them. */
const subject = (version: string) => ({
  version,
  root: path.join(os.tmpdir(), 'no-build'),
  command: 'no-command',
  main: 'no-main',
  runsWarm: true,
});

describe.each(HOMES_OF_USERS)('an imported home with $name', (home) => {
  const value = imported(home);

  it.each(['2026.4.24', '2026.9.6'])(
    'is written for %s as it was, with the canaries of one run',
    async (version) => {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'written-homes-'));
      const runnable = runnableOf(value);
      const staged = await runnable.stage('a run', null);
      const settings = {
        compileCache: path.join(folder, 'cache'),
        logFile: path.join(folder, 'log'),
        paths: PATHS,
      };
      const written = await staged.writeHome(subject(version), folder, settings);
      for (const { path: name } of value.files.filter(({ as }) => as !== 'store')) {
        const late = Object.keys(written.lateFiles).includes(path.join(folder, name));
        expect([name, late || existsSync(path.join(folder, name))]).toEqual([name, true]);
      }
      const config: unknown = JSON.parse(readFileSync(path.join(folder, '.openclaw/openclaw.json'), 'utf8'));
      expect(placeholdersIn(config).filter((name) => name in value.secrets)).toEqual([]);
      const own = value.files.find(({ path: name }) => name === '.openclaw/openclaw.json');
      const { texts } = textsOfHome(value, 'a run');
      if (own?.as === 'json')
        expect(config).toMatchObject(filledIn(own.content, { ...texts, home: folder }) as object);
    },
  );

  it('has a model for chat, and says of every other path what it asks or why it has nothing to', () => {
    const runnable = runnableOf(value);
    for (const each of PATHS) {
      const { model, unsupported } = runnable.askedModel(each, '2026.9.6', 'embedded');
      expect(model.provider).not.toBe('');
      if (each.name === 'chat') expect(unsupported).toBeNull();
    }
  });

  it('is a case in the words of the generators, or the reason why it is none', () => {
    expect.hasAssertions();
    try {
      const { case: lifted } = liftedCase(value);
      expect(caseSchema.parse(lifted)).toEqual(lifted);
    } catch (error) {
      expect(error).toBeInstanceOf(BadInput);
    }
  });

  it('keeps the variables of its process', () => {
    expect(Object.keys(value.environment)).toEqual(Object.keys(parseEnv(home.variables ?? '')));
  });
});

describe('the words of the generators', () => {
  const config = (more: object) => ({ '.openclaw/openclaw.json': JSON.stringify(more) });
  const agents = { agents: { defaults: { model: 'google/gemini-2.5-flash' } } };

  it('have one for a key in the short form of env', () => {
    const value = imported({
      files: config({ ...agents, env: { GEMINI_API_KEY: 'AIzaSyFAKE0123456789abcdef' } }),
    });
    expect(liftedCase(value).case.provider.environment).toMatchObject([{ layer: 'config-short' }]);
  });

  it('have one for an entry that lists models alone', () => {
    const models = { providers: { google: { models: [{ id: 'gemini-9', name: 'Gemini 9' }] } } };
    const files = {
      ...config({ ...agents, models }),
      '.openclaw/.env': 'GEMINI_API_KEY=AIzaSyFAKE0123456789abcdef\n',
    };
    expect(liftedCase(imported({ files })).case.provider).toMatchObject({ entryFields: 'models-alone' });
  });

  it('have one for a provider of the user that says its address and no API', () => {
    const models = {
      providers: { acme: { baseUrl: 'https://llm.acme.example/v1', models: [{ id: 'l', name: 'L' }] } },
    };
    const files = config({ agents: { defaults: { model: 'acme/l' } }, models });
    expect(liftedCase(imported({ files })).case.provider).toMatchObject({
      id: 'custom-openai',
      entryFields: 'no-api',
    });
  });

  it('have one for the store of an older build', () => {
    const profiles = {
      'google:default': { type: 'api_key', provider: 'google', key: 'AIzaSyFAKE0123456789abcdef' },
    };
    const files = {
      ...config(agents),
      '.openclaw/agents/main/agent/auth-profiles.json': JSON.stringify({ version: 1, profiles }),
    };
    expect(liftedCase(imported({ files })).case.provider).toMatchObject({ profiles: [{ type: 'api_key' }] });
  });
});
