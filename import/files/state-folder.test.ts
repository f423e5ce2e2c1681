import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { homeCaseOf } from '../home-case-of.ts';
import { readRawHome } from './raw-home.ts';

const KEY = 'ANTHROPIC_API_KEY=sk-ant-api03-FAKE0123456789ab\n';
const config = (more: object = {}) =>
  JSON.stringify({ agents: { defaults: { model: 'anthropic/claude-opus-4-6' } }, ...more });

function imported(files: Readonly<Record<string, string>>, given = '', variables?: string) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'state-folder-'));
  for (const [name, text] of Object.entries({ ...files, 'process.env': variables ?? '' })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const environment = variables ? path.join(folder, 'process.env') : null;
  const home = readRawHome(path.join(folder, given), environment);
  return homeCaseOf(home, { model: null, agent: null, failing: [], live: null });
}

describe('a state folder under another name', () => {
  it.each([
    ['of the first builds', '.clawdbot/clawdbot.json', '.clawdbot', undefined],
    ['with the first name of its file', '.openclaw/clawdbot.json', '.openclaw', undefined],
    ['of a profile', '.openclaw-dev/openclaw.json', '.openclaw-dev', undefined],
    ['that a variable names', 'claw/openclaw.json', 'claw', 'OPENCLAW_STATE_DIR=/home/me/claw\n'],
  ])('%s is the state folder of the case', (_kind, file, folder, variables) => {
    const secrets = {
      providers: { vault: { source: 'file', path: `/home/me/${folder}/vault.json`, mode: 'json' } },
    };
    const files = {
      [file]: config({ secrets }),
      [`${folder}/.env`]: KEY,
      [`${folder}/vault.json`]: '{"a":"sk-FAKEvault0123"}',
    };
    const { case: value, replaced } = imported(files, '', variables);
    const names = value.files.map(({ path: name }) => name);
    expect(names.toSorted()).toEqual(['.openclaw/.env', '.openclaw/openclaw.json', '.openclaw/vault.json']);
    expect(JSON.stringify(value)).not.toContain('FAKE');
    expect(JSON.stringify(value.files[0])).toContain('{{home}}/.openclaw/vault.json');
    expect(replaced.map(({ what }) => what)).toContain(`~/${file}`);
  });

  it('is one thing, and a configuration that a variable puts elsewhere another', () => {
    const files = { '.openclaw/.env': KEY, 'conf/claw.json': config() };
    const { case: value } = imported(files, '', 'OPENCLAW_CONFIG_PATH=/home/me/conf/claw.json\n');
    expect(value.files.map(({ path: name }) => name)).toEqual(['.openclaw/openclaw.json', '.openclaw/.env']);
  });

  it('is read where it is given itself', () => {
    const files = { '.clawdbot/clawdbot.json': config(), '.clawdbot/.env': KEY };
    const { case: value } = imported(files, '.clawdbot');
    expect(value.files.map(({ path: name }) => name)).toEqual(['.openclaw/openclaw.json', '.openclaw/.env']);
  });

  it('is not mixed with another one beside it', () => {
    const files = {
      '.openclaw/openclaw.json': config(),
      '.clawdbot/clawdbot.json': config(),
      '.clawdbot/.env': KEY,
    };
    const { case: value, leftOut } = imported(files);
    expect(value.files.map(({ path: name }) => name)).toEqual(['.openclaw/openclaw.json']);
    expect(leftOut.map(({ what }) => what)).toContain('.clawdbot (2 files)');
  });

  it('is asked for where there are several', () => {
    const files = { '.openclaw-a/openclaw.json': config(), '.openclaw-b/openclaw.json': config() };
    expect(() => imported(files)).toThrow('holds .openclaw-a and .openclaw-b. Give the one');
  });
});
