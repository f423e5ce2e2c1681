import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { textsOfHome } from '../../home-case/secrets.ts';
import { homeCaseOf } from '../../test-support/home-case-of.ts';
import { runnableOf } from '../cases/runnable-of.ts';

const value = homeCaseOf({
  writtenBy: '2026.9.6',
  files: [
    {
      path: '.openclaw/openclaw.json',
      as: 'json',
      content: {
        agents: { defaults: { model: 'openai/gpt-5.4' } },
        models: {
          providers: {
            openai: { apiKey: { source: 'store', provider: 'default', id: 'OPENAI_API_KEY' }, models: [] },
          },
        },
      },
    },
    {
      path: '.openclaw/state/openclaw.sqlite',
      as: 'store',
      profiles: { version: 1, profiles: {} },
      state: {},
      secrets: { OPENAI_API_KEY: '{{stored OPENAI_API_KEY}}' },
    },
  ],
  secrets: {
    'stored OPENAI_API_KEY': { kind: 'entry', provider: 'openai', form: 'key', prefix: 'sk-', length: 40 },
  },
  asked: { model: null, agent: null, failing: ['chat'] },
});

it.each([
  ['2026.9.6', true],
  ['2026.4.24', false],
])(
  '%s finds the store of secrets of a home, with the canaries of the run, where builds have one',
  async (version, has) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'stored-secrets-'));
    const staged = await runnableOf(value).stage('a run', null);
    const [compileCache, logFile] = [path.join(folder, 'cache'), path.join(folder, 'log')];
    const subject = { version, root: os.tmpdir(), command: '', main: '', runsWarm: true };
    const home = await staged.writeHome(subject, folder, { compileCache, logFile, paths: [] });
    const { texts } = textsOfHome(value, 'a run');
    expect(home.pendingSecrets).toEqual(has ? { OPENAI_API_KEY: texts['stored OPENAI_API_KEY'] } : {});
    expect(staged.canaries.map(({ text }) => text)).toContain(texts['stored OPENAI_API_KEY']);
  },
);
