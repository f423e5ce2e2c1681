import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeHome } from '../gateway/home/home.ts';
import { traitsOf } from '../gateway/versions/traits.ts';
import { caseArbitrary } from '../generators/case.ts';
import { ALL_PROVIDERS } from '../generators/providers/catalog.ts';
import { canariesOf } from '../generators/secrets/canaries.ts';
import { liftedHome } from '../test-support/lifted-home.ts';
import { leakCount } from './leaks-of-home.ts';

const VERSION = '2026.4.24';
const settings = { plugins: {}, compileCache: path.join(os.tmpdir(), 'import-test-cache'), logFile: '/log' };

function home(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'import-test-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

const SECRET = 'sk-ant-api03-0123456789abcdef';
const files = {
  '.openclaw/openclaw.json': `{ // as users write it
    agents: { defaults: { model: { primary: 'anthropic/claude-sonnet-4-6' }, imageModel: 'anthropic/claude-opus-4-6' } },
    $include: './more.json5',
    auth: { order: { anthropic: ['anthropic:work', 'anthropic:gone'] } },
  }`,
  '.openclaw/more.json5':
    "{ models: { providers: { anthropic: { baseUrl: 'https://eu.example-proxy.com', apiKey: { source: 'file', provider: 'f', id: '/x' } } } } }",
  '.openclaw/.env': `ANTHROPIC_API_KEY="${SECRET} "\n`,
  '.openclaw/agents/main/agent/auth-profiles.json': JSON.stringify({
    version: 1,
    profiles: {
      'anthropic:work': {
        type: 'api_key',
        provider: 'anthropic',
        keyRef: { source: 'env', provider: 'default', id: 'ANTHROPIC_API_KEY' },
      },
      'openai:x': { type: 'api_key', provider: 'openai', key: `${SECRET}-openai` },
    },
  }),
};

describe('an imported home', () => {
  it('keeps its structure: layers, references, order, model and address', async () => {
    const { case: value } = liftedHome(home(files));
    expect(value).toMatchObject({
      media: 'other-model',
      mediaSelection: 'image-model',
      provider: {
        id: 'anthropic',
        environment: [{ name: 'ANTHROPIC_API_KEY', layer: 'state', shape: 'spaces' }],
        profiles: [{ name: 'a', type: 'api_key', secret: { source: 'dotenv', shape: 'spaces' } }],
        order: { where: 'config', names: ['a', 'b'] },
        entry: { apiKey: { source: 'file' }, baseUrl: 'regional' },
      },
      otherProvider: { id: 'openai', profiles: [{ secret: { source: 'inline' } }] },
    });
  });

  it('keeps what an entry leaves out, lists and adds, and both forms of a variable of the configuration', async () => {
    const imported = async (config: string) => {
      const folder = home({ '.openclaw/openclaw.json': config });
      return liftedHome(folder).case;
    };
    const bare = await imported(`{ agents: { defaults: { model: 'google/gemini-9' } },
      env: { GEMINI_API_KEY: '${SECRET}', shellEnv: { enabled: true } },
      models: { providers: { google: { models: [{ id: 'gemini-9', name: 'Gemini 9' }] } } } }`);
    expect(bare.provider).toMatchObject({
      environment: [{ name: 'GEMINI_API_KEY', layer: 'config-short' }],
      entry: { apiKey: null, baseUrl: 'absent' },
      entryFields: 'models-alone',
      modelId: 'listed',
    });
    const relay = await imported(`{ agents: { defaults: { model: 'relay/large' } },
      tools: { media: { models: [{ provider: 'relay', model: 'large', baseUrl: 'https://ears.example.net' }] } },
      models: { providers: { relay: { baseUrl: 'http://192.168.1.5:8000/v1', api: 'openai-completions', apiKey: '${SECRET}',
        headers: { 'User-Agent': 'x/1', 'cf-aig-authorization': 'Bearer t', 'X-Team': 'blue' }, models: [{ id: 'large' }] } } } }`);
    expect(relay).toMatchObject({
      mediaEntry: 'own-address',
      provider: {
        entry: { header: null, baseUrl: 'lan' },
        entryHeaders: ['user-agent', 'gateway-token', 'tenant'],
      },
    });
  });

  it('keeps what chat falls back on, and says so where a case has no room for it', async () => {
    const imported = async (fallbacks: string) => {
      const config = `{ agents: { defaults: { model: { primary: 'anthropic/claude-sonnet-4-6', fallbacks: [${fallbacks}] } } },
        models: { providers: { openai: { apiKey: { source: 'store', provider: 'default', id: 'OPENAI_API_KEY' } } } } }`;
      return liftedHome(home({ '.openclaw/openclaw.json': config }));
    };
    expect((await imported("'anthropic/claude-opus-4-6'")).case.fallback).toBe('other-model');
    expect((await imported("'openai/gpt-5.4'")).case).toMatchObject({
      fallback: 'other-provider',
      otherProvider: { entry: { apiKey: { source: 'store' } } },
    });
    expect((await imported('')).case.fallback).toBeNull();
    const { case: value, leftOut } = await imported("'google/gemini-2.5-pro', 'openai/gpt-5.4'");
    expect(value.fallback).toBeNull();
    expect(leftOut).toEqual([
      'openai/gpt-5.4: a case has one model to fall back on',
      'google/gemini-2.5-pro: a case holds two providers',
    ]);
  });

  it('takes the model of the usual agent, where it has one of its own', async () => {
    const config = `{ agents: { defaults: { model: 'openai/gpt-5.4' }, list: [
      { id: 'work', model: 'google/gemini-2.5-pro' }, { id: 'main', default: true, model: { primary: 'anthropic/claude-sonnet-4-6' } } ] } }`;
    const { case: value, leftOut } = liftedHome(home({ '.openclaw/openclaw.json': config }));
    expect(value).toMatchObject({ agent: 'own-model', provider: { id: 'anthropic' } });
    expect(leftOut).toEqual(['1 agents beside the usual one']);
    const strict = config.replace(
      "model: 'openai/gpt-5.4'",
      "model: { primary: 'openai/gpt-5.4', fallbacks: ['openai/gpt-5.4-mini'] }",
    );
    expect(liftedHome(home({ '.openclaw/openclaw.json': strict })).case.agent).toBe('strict-model');
  });

  it('names the build that wrote it, and the providers that a case has no room for', async () => {
    const config = `{ meta: { lastTouchedVersion: '2026.4.24' }, agents: { defaults: { model: 'anthropic/claude-sonnet-4-6' } } }`;
    const env = 'OPENAI_API_KEY=sk-0123456789\nGEMINI_API_KEY=AIza0123456789\n';
    const lifted = liftedHome(home({ '.openclaw/openclaw.json': config, '.openclaw/.env': env }));
    expect(lifted.home.writtenBy).toBe('2026.4.24');
    const { case: value, leftOut } = lifted;
    expect(value.otherProvider).toMatchObject({ id: 'google', environment: [{ layer: 'state' }] });
    expect(leftOut).toEqual(['openai: a case holds two providers']);
  });

  it("takes the order of the agent's own database before the shared one, and profiles of both", async () => {
    const folder = home({
      '.openclaw/openclaw.json': "{ agents: { defaults: { model: 'google/gemini-2.5-flash' } } }",
      '.openclaw/state/keep': '',
      '.openclaw/agents/main/agent/keep': '',
    });
    const profile = (key: string) => ({ type: 'api_key', provider: 'google', key });
    const database = (file: string, statements: readonly string[]) => {
      const made = new DatabaseSync(path.join(folder, '.openclaw', file));
      for (const statement of statements) made.exec(statement);
      made.close();
    };
    const text = (value: object) => `'${JSON.stringify(value)}'`;
    database('state/openclaw.sqlite', [
      'CREATE TABLE config_machine_state (state_key TEXT, value_json TEXT)',
      `INSERT INTO config_machine_state VALUES ('authProfiles.store', ${text({ profiles: { 'google:one': profile('AIza0123456789') } })})`,
      `INSERT INTO config_machine_state VALUES ('authProfiles.state', ${text({ order: { google: ['google:one'] } })})`,
    ]);
    // It has no table of profiles: a build makes one when it needs it.
    database('agents/main/agent/openclaw-agent.sqlite', [
      'CREATE TABLE auth_profile_state (state_key TEXT, state_json TEXT)',
      `INSERT INTO auth_profile_state VALUES ('primary', ${text({ order: { google: ['google:gone', 'google:one'] } })})`,
    ]);
    expect(liftedHome(folder).case.provider).toMatchObject({
      profiles: [{ name: 'a', secret: { source: 'inline' } }],
      order: { where: 'store', names: ['b', 'a'] },
    });
  });

  it('leaves no secret of it in the case', () => {
    const { case: value, leftOut, texts } = liftedHome(home(files));
    expect(texts).toContain(SECRET);
    expect(leakCount(texts, JSON.stringify([value, leftOut]))).toBe(0);
  });

  it('holds none of the secrets that stand in any place a case can put one', async () => {
    const cases = caseArbitrary(ALL_PROVIDERS.map(({ id }) => id));
    await fc.assert(
      fc.asyncProperty(cases, async (value) => {
        const folder = mkdtempSync(path.join(os.tmpdir(), 'import-test-'));
        const canaries = canariesOf(value, 'import');
        await writeHome(value, canaries, traitsOf(VERSION), folder, settings);
        const { case: lifted, leftOut } = liftedHome(folder);
        const output = JSON.stringify([lifted, leftOut]);
        for (const { text, written, signingText, sessionToken } of canaries) {
          expect(output).not.toContain(text);
          if (sessionToken) expect(output).not.toContain(sessionToken);
          if (written.trim().length >= 8 && written !== 'undefined')
            expect(output).not.toContain(written.trim());
          if (signingText) expect(output).not.toContain(signingText);
        }
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('reads ~/.aws as the AWS SDK does: quoted names, comments, and a section of the config file without "profile"', async () => {
    const folder = home({
      '.openclaw/openclaw.json':
        "{ agents: { defaults: { model: 'amazon-bedrock/us.anthropic.claude-sonnet-4-6' } } }",
      '.aws/config':
        '[profile "team"] ; ours\nsso_session = ours\n[sso-session ours]\nsso_start_url = https://x\n[other]\nrole_arn = a\nsource_profile = b\n',
      'process.env': 'AWS_PROFILE=team\n',
      'other.env': 'AWS_PROFILE=other\n',
    });
    const sources = async (file: string) => {
      return liftedHome(folder, path.join(folder, file)).case.provider.aws?.sources;
    };
    expect(await sources('process.env')).toEqual([{ kind: 'sso', holds: 'live' }]);
    expect(await sources('other.env')).toEqual([]);
  });

  it('keeps where the AWS SDK finds credentials, and none of their text', async () => {
    const config = {
      agents: { defaults: { model: 'amazon-bedrock/us.anthropic.claude-sonnet-4-6' } },
      models: { providers: { 'amazon-bedrock': { baseUrl: 'https://x', auth: 'aws-sdk', models: [] } } },
    };
    const folder = home({
      '.openclaw/openclaw.json': JSON.stringify(config),
      '.aws/config':
        '[profile team]\nrole_arn = arn:aws:iam::999900001111:role/secret\nsource_profile = base\n',
      '.aws/credentials': `[base]\naws_access_key_id = AKIAREALREALREAL0000\naws_secret_access_key = ${SECRET}\n`,
      'process.env': 'AWS_PROFILE=team\n',
    });
    const imported = liftedHome(folder, path.join(folder, 'process.env'));
    expect(imported.case.provider.aws).toEqual({
      sources: [{ kind: 'role', holds: 'live' }],
      regions: [],
      namedProfile: true,
      environmentToken: false,
    });
    expect(leakCount(imported.texts, JSON.stringify([imported.case, imported.leftOut]))).toBe(0);
  });

  it.each([
    ['without a configuration', {}, 'holds no openclaw.json'],
    ['that is not JSON5', { 'openclaw.json': '{ a: ' }, 'is not JSON5'],
    ['without a model', { 'openclaw.json': '{}' }, '--model provider/model'],
    [
      'of a provider that cases do not have',
      { 'openclaw.json': "{ agents: { defaults: { model: 'nobody/large' } } }" },
      'The provider "nobody" cannot be put in a case',
    ],
  ])('%s is refused in one line', (_name, content, message) => {
    const folder = home(content);
    expect(() => liftedHome(folder)).toThrow(message);
  });
});
