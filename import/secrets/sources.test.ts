import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { configurationOf } from '../../home-case/configuration.ts';
import { at, record } from '../../support/json-path.ts';
import { readRawHome } from '../files/raw-home.ts';
import { homeCaseOf } from '../home-case-of.ts';

const OP = { source: 'exec', command: '/opt/homebrew/bin/op', jsonOnly: false };
const entry = (provider: string) => ({
  apiKey: { source: 'exec', provider, id: 'value' },
  baseUrl: 'https://api.example.com/v1',
  models: [],
});
const CONFIG = {
  agents: { defaults: { model: 'openai/gpt-5.4' } },
  secrets: {
    providers: {
      first: { ...OP, args: ['read', 'op://Team/OpenAI/key'] },
      second: { ...OP, args: ['read', 'op://Team/Anthropic/key'] },
      plugged: { source: 'exec', pluginIntegration: { pluginId: 'onepassword', integrationId: 'store' } },
      single: { source: 'file', path: '~/.openclaw/google.txt', mode: 'singleValue' },
    },
  },
  models: {
    providers: {
      openai: entry('first'),
      anthropic: entry('second'),
      xai: entry('plugged'),
      google: { ...entry('single'), apiKey: { source: 'file', provider: 'single', id: 'value' } },
    },
  },
};

it('gives each source a program of its own, also where several run one command or a plugin answers', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sources-'));
  mkdirSync(path.join(folder, '.openclaw'));
  writeFileSync(path.join(folder, '.openclaw/openclaw.json'), JSON.stringify(CONFIG));
  writeFileSync(path.join(folder, '.openclaw/google.txt'), 'AIzaSyFAKE0123456789abcdef\n');
  const home = readRawHome(folder, null);
  const { case: value } = homeCaseOf(home, { model: null, agent: null, failing: [], live: null });
  const sources = record(at(configurationOf(value), 'secrets.providers'));
  const commands = ['first', 'second', 'plugged'].map((id) => String(record(sources[id]).command));
  expect(new Set(commands).size).toBe(3);
  expect(sources.plugged).not.toHaveProperty('pluginIntegration');
  const owners = commands.map((command) => {
    const file = value.files.find((each) => `{{home}}/${each.path}` === command);
    const [, name = ''] = /"value":"\{\{([^}]+)\}\}"/.exec(file?.as === 'text' ? file.text : '') ?? [];
    return value.secrets[name]?.provider;
  });
  expect(owners).toEqual(['openai', 'anthropic', 'xai']);
  expect(Object.values(value.secrets)).toContainEqual(
    expect.objectContaining({ provider: 'google', kind: 'entry' }),
  );
});
