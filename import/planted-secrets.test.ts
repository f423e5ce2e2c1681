import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { importCommand } from '../cli/commands/import.ts';

const secrets: Record<string, string> = {};

/** A secret that exists once, for the place of that name. */
function planted(place: string): string {
  secrets[place] = randomBytes(18).toString('hex');
  return secrets[place];
}

const config = () => `{
  // a comment: ${planted('comment of openclaw.json')}
  $include: './more.json5',
  agents: {
    defaults: {
      model: { primary: 'anthropic/claude-sonnet-4-6' },
      memorySearch: { remote: { apiKey: '${planted('key of memory search')}' } },
    },
  },
  gateway: { auth: { token: '${planted('token of the gateway')}', password: '${planted('password of the gateway')}' } },
  channels: { telegram: { botToken: '${planted('token of a channel')}', allowFrom: ['${planted('item of a list')}'] } },
  tools: { web: { search: { apiKey: '${planted('key of a tool')}' } } },
  skills: { entries: { voice: { env: { VOICE_KEY: '${planted('variable of a skill')}' } } } },
  messages: { tts: { apiKey: '${planted('key of speech')}' } },
  hooks: { url: 'https://example.com/hook?token=${planted('query of an address')}' },
  secrets: { providers: {
    vault: { source: 'exec', command: '/bin/vault', args: ['--token', '${planted('argument of an exec provider')}'] },
    disk: { source: 'file', path: '/home/${planted('path of a file provider')}/secrets.json' },
  } },
  env: { vars: { ANTHROPIC_API_KEY: 'sk-ant-api03-${planted('env.vars')}', OTHER: '${planted('an unknown variable')}' } },
  auth: { order: { anthropic: ['anthropic:${planted('id in an order')}'] } },
}`;

const more = () => `{ models: { providers: {
  anthropic: {
    baseUrl: 'https://user:${planted('password of a base URL')}@llm.example.com/${planted('path of a base URL')}',
    apiKey: 'sk-ant-api03-${planted('key of an entry')}',
    headers: { 'x-api-key': '${planted('key of a header')}', 'x-team': '${planted('header of another name')}' },
    models: [{ id: 'claude-sonnet-4-6', name: '${planted('name of a model')}' }],
  },
  '${planted('id of a provider')}': { baseUrl: 'https://llm.example.com', apiKey: '${planted('key of an unknown provider')}' },
} } }`;

const profiles = () => ({
  version: 1,
  profiles: {
    'anthropic:work': {
      type: 'api_key',
      provider: 'anthropic',
      key: `sk-ant-api03-${planted('key of a profile')} `,
    },
    [`anthropic:${planted('id of a profile')}`]: {
      type: 'oauth',
      provider: 'anthropic',
      access: planted('access token'),
      refresh: planted('refresh token'),
      email: `${planted('address of a user')}@example.com`,
    },
    'anthropic:token': { type: 'token', provider: 'anthropic', token: planted('token of a profile') },
    'openai:ref': {
      type: 'api_key',
      provider: 'openai',
      keyRef: { source: 'exec', provider: 'vault', id: planted('id of a reference') },
    },
  },
  usageStats: { 'anthropic:work': { lastError: planted('last error') } },
});

const aws = () => ({
  config: `[profile ${planted('name of an AWS profile')}]\nrole_arn = arn:aws:iam::1:role/${planted('name of a role')}\nsso_start_url = https://${planted('SSO portal')}.awsapps.com/start\ncredential_process = /bin/get --key ${planted('credential process')}\n`,
  credentials: `[default]\naws_access_key_id = AKIA${planted('access key id')}\naws_secret_access_key = ${planted('AWS secret')}\naws_session_token = ${planted('session token')}\n`,
});

const dotenv = (layer: string) =>
  `# ${planted(`comment of .env, ${layer}`)}\nANTHROPIC_API_KEY="sk-ant-api03-${planted(`key, ${layer}`)}"\nOTHER=${planted(`other variable, ${layer}`)}\n`;

function homeWith(store: 'file' | 'database'): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'planted-'));
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  const { config: awsConfig, credentials } = aws();
  write('.openclaw/openclaw.json', config());
  write('.openclaw/more.json5', more());
  for (const [file, layer] of [
    ['.openclaw/.env', 'state'],
    ['work/.env', 'workspace'],
    ['process.env', 'process'],
  ] as const)
    write(file, dotenv(layer));
  write('.aws/config', awsConfig);
  write('.aws/credentials', credentials);
  const agent = '.openclaw/agents/main/agent';
  write(
    `${agent}/models.json`,
    JSON.stringify({ providers: { anthropic: { apiKey: planted('key of models.json') } } }),
  );
  if (store === 'file') write(`${agent}/auth-profiles.json`, JSON.stringify(profiles()));
  else {
    mkdirSync(path.join(folder, '.openclaw/state'), { recursive: true });
    const database = new DatabaseSync(path.join(folder, '.openclaw/state/openclaw.sqlite'));
    database.exec('CREATE TABLE config_machine_state (state_key TEXT, value_json TEXT)');
    database
      .prepare("INSERT INTO config_machine_state VALUES ('authProfiles.store', ?)")
      .run(JSON.stringify(profiles()));
    database.close();
  }
  return folder;
}

describe('a secret planted in any place of a home', () => {
  afterEach(() => vi.restoreAllMocks());

  it.each(['file', 'database'] as const)('is in no output of the import, profiles in a %s', async (store) => {
    const folder = homeWith(store);
    const out = path.join(mkdtempSync(path.join(os.tmpdir(), 'planted-out-')), 'case.json');
    const printed: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
    const argv = [folder, '--variables', path.join(folder, 'process.env'), '--out', out];
    await importCommand().parseAsync(argv, { from: 'user' });
    vi.restoreAllMocks();
    const output = `${readFileSync(out, 'utf8')}${printed.join('')}`;
    expect(output).toContain('"provider"');
    expect(Object.keys(secrets).length).toBeGreaterThanOrEqual(30);
    const found = Object.entries(secrets).filter(([, secret]) => output.includes(secret));
    expect(found.map(([place]) => place)).toEqual([]);
  });
});
