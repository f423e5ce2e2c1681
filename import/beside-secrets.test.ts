import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonAt } from '../home-case/home-case.ts';
import { textsOfHome } from '../home-case/secrets.ts';
import { readRawHome } from './files/raw-home.ts';
import { homeCaseOf } from './home-case-of.ts';

const CONFIG = '.openclaw/openclaw.json';
const NOBODY = { model: null, agent: null, failing: [], live: null };

function imported(config: object, files: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'beside-secrets-'));
  for (const [name, text] of Object.entries({ [CONFIG]: JSON.stringify(config), ...files })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return homeCaseOf(readRawHome(folder, null), NOBODY);
}

const entry = (settings: object) => ({ models: { providers: { acme: settings } } });

describe('a text in the place of a secret', () => {
  it('is kept where its name says that it is a way, and where it names a variable or a file', () => {
    const config = {
      agents: { defaults: { sandbox: { workspaceAccess: 'rw' } } },
      mcp: { servers: { remote: { clientKey: '/etc/ssl/private/client.key' } } },
      ...entry({ apiKey: 'env:AWS_BEARER_TOKEN_BEDROCK', injectNumCtxForOpenAICompat: true }),
    };
    const { case: value } = imported(config, {
      '.openclaw/.env': 'OPENCLAW_VAULT_AUTH_METHOD=kubernetes\nOPENCLAW_VAULT_AUTH_ROLE=openclaw\n',
    });
    expect(jsonAt(value, CONFIG)).toEqual(config);
    expect(value.secrets).toEqual({});
  });

  it('is a key, and none of it stands in the name of a model', () => {
    const config = {
      agents: { defaults: { model: 'acme/my-local-model' } },
      ...entry({
        apiKey: 'local-model',
        localService: { args: ['serve', 'google/gemma-4-E2B-it'] },
        models: [{ id: 'my-local-model' }, { id: 'google/gemma-4-E2B-it' }],
      }),
    };
    const { case: value } = imported(config);
    expect(Object.keys(value.secrets)).toEqual(['models.providers.acme.apiKey']);
    expect(jsonAt(value, CONFIG)).toMatchObject({
      agents: config.agents,
      ...entry({ localService: { args: ['serve', 'google/gemma-4-E2B-it'] } }),
    });
  });

  it('is another number where it is the number of a telephone, and a name where it is the id of a voice', () => {
    const { case: value } = imported({
      channels: { whatsapp: { allowFrom: ['+15555550123'] } },
      talk: { providers: { elevenlabs: { voiceAliases: { Roger: 'CwhRBWXzGAHq8TQ4Fs17' } } } },
    });
    expect(Object.values(value.secrets).map(({ form }) => form)).toEqual(['digits', 'word']);
    const { texts } = textsOfHome(value, 'a run');
    const [number] = Object.values(texts);
    expect(`+${number}`).toMatch(/^\+[1-9]\d{10}$/);
    expect(jsonAt(value, CONFIG)).toMatchObject({ channels: { whatsapp: { allowFrom: ['+{{word 1}}'] } } });
  });

  it('is no secret where it names a file of the home, which is read', () => {
    const pem = '-----BEGIN PRIVATE KEY-----\nMIIEFAKE0123456789\n-----END PRIVATE KEY-----\n';
    const config = entry({ request: { tls: { key: '~/.certs/client.key', passphrase: 'FAKE-passphrase' } } });
    const { case: value } = imported(config, { '.certs/client.key': pem });
    expect(jsonAt(value, CONFIG)).toEqual(
      entry({
        request: {
          tls: {
            key: '~/.certs/client.key',
            passphrase: '{{models.providers.acme.request.tls.passphrase}}',
          },
        },
      }),
    );
    expect(value.files.map((each) => each.path)).toContain('.certs/client.key');
  });

  it('is kept where it is an escaped name of a variable', () => {
    const config = entry({ headers: { 'x-as-it-is': '$${NO_VARIABLE}' } });
    expect(jsonAt(imported(config).case, CONFIG)).toEqual(config);
  });

  it('is a key that nobody accepts where it is the address of a secret in another program', () => {
    const { case: value } = imported(entry({ apiKey: 'op://Personal/FAKE-account/credential' }));
    expect(Object.values(value.secrets)).toEqual([expect.objectContaining({ prefix: 'op://', stale: true })]);
    expect(JSON.stringify(value)).not.toContain('FAKE');
  });

  it('is a key as a whole where a variable is a part of it, and the import says so', () => {
    const { leftOut } = imported(entry({ apiKey: `\${KEY_PREFIX}FAKE0123456789abcdef` }));
    expect(leftOut).toContainEqual({
      what: `\${KEY_PREFIX} in models.providers.acme.apiKey`,
      why: 'one key stands for the whole text',
    });
  });
});

it('a workspace of Windows is in the home of a run', () => {
  const agents = (workspace: string) => ({ agents: { defaults: { workspace } } });
  const { case: value } = imported(agents('C:\\Users\\Pat Doe\\.openclaw\\workspace'));
  expect(jsonAt(value, CONFIG)).toEqual(agents('{{home}}/.openclaw/workspace'));
});

it('credentials that a unit brings from elsewhere are named, without what they hold', () => {
  const name = '.config/systemd/user/openclaw-gateway.service';
  const unit =
    '[Service]\nPassEnvironment=GEMINI_API_KEY\nSetCredential=brave:FAKE0123456789\nEnvironment=OPENCLAW_SERVICE_MANAGED_ENV_KEYS=NVIDIA_API_KEY\n';
  const { case: value, leftOut } = imported({}, { [name]: unit });
  const why = 'the home has no text of it';
  expect(leftOut).toContainEqual({ what: `PassEnvironment=GEMINI_API_KEY in ${name}`, why });
  expect(leftOut).toContainEqual({ what: `SetCredential=brave in ${name}`, why });
  expect(value.service).toEqual({ OPENCLAW_SERVICE_MANAGED_ENV_KEYS: 'NVIDIA_API_KEY' });
});

it('files of a container beside the home are named with what to do with them', () => {
  const files = { '.env': 'A_KEY=FAKE0123456789', 'docker-compose.yml': 'services: {}' };
  const [named] = imported({}, files).leftOut;
  expect(named).toEqual({ what: '. (2 files)', why: expect.stringContaining('--variables') });
});

it('what a profile of the shell reads is read, too, and what that reads again', () => {
  const { case: value, read } = imported(
    {},
    {
      '.profile': '[ -f ~/.config/keys.sh ] && . ~/.config/keys.sh\nexport ACME_API_KEY=FAKE0123456789\n',
      '.config/keys.sh': 'source "$HOME/.config/more.sh"\nexport GEMINI_API_KEY="FAKE9876543210"\n',
      '.config/more.sh': 'export XAI_API_KEY=FAKE5555555555 # mine\nalias k=kubectl\n',
      '.config/other.sh': 'export OTHER_API_KEY=FAKE6666666666\n',
    },
  );
  const textOf = (name: string) => value.files.find(({ path: own }) => own === name);
  expect(textOf('.profile')).toMatchObject({
    text: `. "$HOME/.config/keys.sh"\nexport ACME_API_KEY='{{ACME_API_KEY in .profile}}'\n`,
  });
  expect(textOf('.config/more.sh')).toMatchObject({
    text: "export XAI_API_KEY='{{XAI_API_KEY in .config/more.sh}}'\n",
  });
  expect(read).not.toContain('.config/other.sh');
  expect(JSON.stringify(value)).not.toContain('FAKE');
});

describe('a variable', () => {
  const ownerOf = (name: string, config: object) => {
    const { case: value } = imported(config, { '.openclaw/.env': `${name}=FAKE-0123456789abcdef\n` });
    return Object.values(value.secrets)[0]?.provider;
  };
  const chats = (model: string) => ({ agents: { defaults: { model } } });

  it('is of the provider of its name that the home names, also where builds alone know it', () => {
    expect(ownerOf('DEEPINFRA_API_KEY', chats('deepinfra/zai-org/GLM-5'))).toBe('deepinfra');
    expect(ownerOf('CLOUDFLARE_AI_GATEWAY_API_KEY', chats('cloudflare-ai-gateway/gpt-5.4'))).toBe(
      'cloudflare-ai-gateway',
    );
    const media = { tools: { media: { audio: { models: [{ provider: 'senseaudio', model: 'asr' }] } } } };
    expect(ownerOf('SENSEAUDIO_API_KEY', { ...chats('openai/gpt-5.4'), ...media })).toBe('senseaudio');
    expect(ownerOf('DEEPINFRA_API_KEY', chats('openai/gpt-5.4'))).toBeNull();
  });

  it('is of the one that the home names where several have it', () => {
    expect(ownerOf('OLLAMA_API_KEY', chats('ollama-cloud/kimi-k2.5'))).toBe('ollama-cloud');
    expect(ownerOf('OLLAMA_API_KEY', chats('openai/gpt-5.4'))).toBeNull();
    const search = { tools: { web: { search: { provider: 'kimi' } } } };
    expect(ownerOf('KIMI_API_KEY', { ...chats('openai/gpt-5.4'), ...search })).toBe('moonshot');
    const memory = { agents: { defaults: { memorySearch: { provider: 'gemini' } } } };
    expect(ownerOf('GEMINI_API_KEY', memory)).toBe('google');
    expect(ownerOf('OPENCODE_API_KEY', chats('opencode/claude-opus-4-6'))).toBe('opencode');
  });

  it('stands beside profiles and settings that are of the provider that another name stands for', () => {
    const store = {
      version: 1,
      profiles: { 'z.ai:default': { type: 'api_key', provider: 'z.ai', key: 'FAKE-0123456789' } },
    };
    const { case: value } = imported(chats('z.ai/glm-5'), {
      '.openclaw/agents/main/agent/auth-profiles.json': JSON.stringify(store),
    });
    expect(Object.values(value.secrets)).toMatchObject([{ provider: 'zai', profile: 'z.ai:default' }]);
    const search = { memorySearch: { provider: 'gemini', remote: { apiKey: 'FAKE-0123456789abcdef' } } };
    const { case: memory } = imported({ agents: { defaults: { model: 'openai/gpt-5.4', ...search } } });
    expect(Object.values(memory.secrets)).toMatchObject([{ provider: 'google' }]);
  });
});
