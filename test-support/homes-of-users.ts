/** Homes of the kinds that public reports have, as files. Every secret in them has the word FAKE in it. */
export interface UsersHome {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Variables of the process, in `.env` form. */
  readonly variables?: string;
}

const json = (value: unknown) => JSON.stringify(value, null, 2);
const model = (primary: string, more: object = {}) => ({
  agents: { defaults: { model: { primary }, ...more } },
});

export const HOMES_OF_USERS: readonly UsersHome[] = [
  {
    name: 'includes in includes, with lists that are joined',
    files: {
      '.openclaw/openclaw.json': `{
  // the machine's part
  $include: ["./conf/models.json5", "./conf/agents.json5",],
  gateway: { mode: 'local', },
}`,
      '.openclaw/conf/models.json5': `{ models: { providers: { acme: { $include: './acme.json', models: [{ id: 'small', name: 'Small' }] } } } }`,
      '.openclaw/conf/acme.json': json({
        baseUrl: 'https://llm.acme.example/v1',
        api: 'openai-completions',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: so it stands in the file
        apiKey: '${ACME_API_KEY}',
        models: [{ id: 'large', name: 'Large', input: ['text', 'image'] }],
      }),
      '.openclaw/conf/agents.json5': `{ agents: { defaults: { model: 'acme/large', imageModel: 'acme/large' } } }`,
      '.openclaw/.env': 'ACME_API_KEY=sk-acme-FAKE0123456789abcd\n',
    },
  },
  {
    name: '.env files in every place, with export, quotes, comments, BOM and CRLF',
    files: {
      '.openclaw/openclaw.json': `\ufeff${json(model('google/gemini-2.5-flash')).replaceAll('\n', '\r\n')}`,
      '.openclaw/.env':
        '\ufeff# keys\r\nexport GEMINI_API_KEY="AIzaSyFAKE0123456789abcdefghij"  # mine\r\nOPENAI_API_KEY=\'sk-proj-FAKE0123456789abcd\'\r\n\r\nEMPTY_KEY=\r\n',
      'work/.env': 'GROQ_API_KEY=gsk_FAKE0123456789abcd # spare\nPORT=8080\n',
      '.openclaw/workspace/.env': 'MISTRAL_API_KEY=FAKEmistral0123456789abcd\n',
      '.config/openclaw/gateway.env': 'ANTHROPIC_API_KEY=sk-ant-api03-FAKE0123456789abcd\n',
    },
    variables: 'GOOGLE_API_KEY=AIzaSyFAKEother0123456789abcdef\n',
  },
  {
    name: 'agents with stores of their own',
    files: {
      '.openclaw/openclaw.json': json({
        agents: {
          defaults: { model: 'openai/gpt-5.4' },
          list: [{ id: 'main' }, { id: 'work', default: true, model: 'anthropic/claude-sonnet-4-6' }],
        },
      }),
      '.openclaw/agents/main/agent/auth-profiles.json': json({
        version: 1,
        profiles: {
          'openai:default': { type: 'api_key', provider: 'openai', key: 'sk-FAKEmain0123456789ab' },
        },
      }),
      '.openclaw/agents/work/agent/auth-profiles.json': json({
        version: 1,
        profiles: {
          'anthropic:default': {
            type: 'token',
            provider: 'anthropic',
            token: 'sk-ant-oat01-FAKEwork0123456789',
          },
        },
      }),
    },
  },
  {
    name: 'the files of older builds: auth.json, a flat store, generated models',
    files: {
      '.openclaw/openclaw.json': json(model('anthropic/claude-sonnet-4-6')),
      '.openclaw/agents/main/agent/auth.json': json({
        anthropic: { type: 'api_key', key: 'sk-ant-api03-FAKEolder0123456789' },
      }),
      '.openclaw/agents/main/agent/auth-profiles.json': json({
        anthropic: { type: 'api_key', provider: 'anthropic', key: 'sk-ant-api03-FAKEflat0123456789ab' },
      }),
      '.openclaw/agents/main/agent/models.json': json({
        providers: {
          anthropic: { baseUrl: 'https://api.anthropic.com', apiKey: 'sk-ant-api03-FAKEmodels0123456789' },
        },
      }),
      '.openclaw/credentials/oauth.json': json({
        anthropic: {
          access: 'sk-ant-oat01-FAKEoauth0123456789',
          refresh: 'sk-ant-ort01-FAKErefresh0123456',
          expires: 1,
        },
      }),
    },
  },
  {
    name: 'secrets from files and programs',
    files: {
      '.openclaw/openclaw.json': json({
        ...model('openai/gpt-5.4'),
        secrets: {
          providers: {
            vault: { source: 'file', path: '~/.openclaw/vault.json', mode: 'json' },
            pass: { source: 'exec', command: '/usr/local/bin/pass-openclaw', args: ['get'], timeoutMs: 5000 },
          },
          defaults: { file: 'vault' },
        },
        models: {
          providers: {
            openai: { apiKey: { source: 'file', provider: 'vault', id: '/openai/apiKey' }, models: [] },
            anthropic: { apiKey: { source: 'exec', provider: 'pass', id: 'anthropic/key' }, models: [] },
          },
        },
      }),
      '.openclaw/vault.json': json({ openai: { apiKey: 'sk-FAKEvault0123456789ab' } }),
    },
  },
  {
    name: 'AWS by profile, process and single sign-on',
    files: {
      '.openclaw/openclaw.json': json({
        ...model('amazon-bedrock/us.anthropic.claude-sonnet-4-6'),
        models: { providers: { 'amazon-bedrock': { auth: 'aws-sdk', region: 'eu-central-1', models: [] } } },
      }),
      '.aws/config':
        '[default]\nregion = eu-central-1\n\n[profile work]\nsso_session = corp\nsso_account_id = 123456789012\nsso_role_name = Dev\n\n[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-central-1\n\n[profile tool]\ncredential_process = /opt/aws-tool --json\n',
      '.aws/credentials':
        '# keys\n[default]\naws_access_key_id = AKIAFAKE0123456789AB\naws_secret_access_key = FAKEsecret0123456789abcdefghijklmnopqrst\n',
      '.aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json': json({
        startUrl: 'https://corp.awsapps.com/start',
        region: 'eu-central-1',
        accessToken: 'FAKEssoToken0123456789abcdef',
        expiresAt: '2026-11-27T00:00:00Z',
      }),
    },
    variables: 'AWS_PROFILE=work\nAWS_REGION=eu-central-1\n',
  },
  {
    name: 'keys of plugins, speech, talk, memory and web search',
    files: {
      '.openclaw/openclaw.json': json({
        agents: {
          defaults: {
            model: 'openai/gpt-5.4',
            memorySearch: {
              provider: 'openai',
              remote: { baseUrl: 'https://embed.acme.example/v1', apiKey: 'sk-FAKEembed0123456789ab' },
            },
          },
        },
        messages: {
          tts: { provider: 'elevenlabs', elevenlabs: { apiKey: 'FAKEeleven0123456789abcd', voiceId: 'v1' } },
        },
        talk: { apiKey: 'FAKEtalk0123456789abcdef' },
        tools: { web: { search: { provider: 'brave', apiKey: 'BSAFAKE0123456789abcdefg' } } },
        plugins: {
          entries: {
            perplexity: { enabled: true, config: { webSearch: { apiKey: 'pplx-FAKE0123456789abcd' } } },
          },
        },
        skills: {
          entries: {
            'image-lab': {
              apiKey: 'FAKEskill0123456789abcd',
              env: { GEMINI_API_KEY: 'AIzaSyFAKEskill0123456789ab' },
            },
          },
        },
      }),
      '.openclaw/.env': 'OPENAI_API_KEY=sk-FAKEmain0123456789ab\n',
    },
  },
  {
    name: 'media models with an address, headers and a profile of their own',
    files: {
      '.openclaw/openclaw.json': json({
        ...model('openai/gpt-5.4'),
        tools: {
          media: {
            image: {
              enabled: true,
              models: [
                {
                  provider: 'openai',
                  model: 'gpt-5.4',
                  baseUrl: 'https://eyes.acme.example/v1',
                  headers: { 'X-Team': 'FAKEteam0123456789abcd' },
                  profile: 'openai:eyes',
                },
              ],
            },
            audio: {
              models: [{ type: 'cli', command: 'whisper', args: ['--model', 'base', '{{MediaPath}}'] }],
            },
          },
        },
      }),
      '.openclaw/agents/main/agent/auth-profiles.json': json({
        version: 1,
        profiles: {
          'openai:default': { type: 'api_key', provider: 'openai', key: 'sk-FAKEdefault0123456789' },
          'openai:eyes': { type: 'api_key', provider: 'openai', key: 'sk-FAKEeyes0123456789ab' },
        },
      }),
    },
  },
  {
    name: 'a subscription with its time, profiles that cool down, an order, a last good one',
    files: {
      '.openclaw/openclaw.json': json({
        ...model('openai-codex/gpt-5.4'),
        auth: {
          profiles: {
            'openai-codex:me@corp.example': {
              provider: 'openai-codex',
              mode: 'oauth',
              email: 'me@corp.example',
            },
          },
          order: { 'openai-codex': ['openai-codex:me@corp.example'] },
          cooldowns: { billingBackoffHours: 5 },
        },
      }),
      '.openclaw/agents/main/agent/auth-profiles.json': json({
        version: 1,
        profiles: {
          'openai-codex:me@corp.example': {
            type: 'oauth',
            provider: 'openai-codex',
            access: 'eyJhbGciOiJub25lIn0.eyJGQUtFIjoxfQ.FAKEaccess0123456789',
            refresh: 'rt_FAKErefresh0123456789',
            expires: 1795766400000,
            accountId: 'acct-FAKE0123456789',
            email: 'me@corp.example',
          },
          'openai:default': { type: 'api_key', provider: 'openai', key: 'sk-FAKEcool0123456789ab' },
        },
        usageStats: {
          'openai:default': {
            errorCount: 3,
            cooldownUntil: 1795766400000,
            disabledUntil: 1795766400000,
            disabledReason: 'billing',
          },
        },
        lastGood: { openai: 'openai:default' },
      }),
    },
  },
  {
    name: 'an enterprise cloud, proxies and local servers',
    files: {
      '.openclaw/openclaw.json': json({
        ...model('litellm/claude-sonnet', {
          imageModel: { primary: 'vllm/qwen2-vl', fallbacks: ['ollama/llava'] },
        }),
        models: {
          mode: 'merge',
          providers: {
            litellm: {
              baseUrl: 'http://127.0.0.1:4000/v1',
              api: 'openai-completions',
              apiKey: 'sk-1234',
              models: [{ id: 'claude-sonnet', name: 'via proxy' }],
            },
            '9router': {
              baseUrl: 'http://localhost:20128/v1',
              api: 'openai-completions',
              apiKey: '9r-FAKE0123456789abcd',
              models: [{ id: 'auto', name: 'auto' }],
            },
            ollama: {
              baseUrl: 'http://127.0.0.1:11434',
              api: 'ollama',
              apiKey: 'ollama-local',
              models: [{ id: 'llava', name: 'llava', input: ['text', 'image'] }],
            },
            lmstudio: {
              baseUrl: 'http://localhost:1234/v1',
              api: 'openai-completions',
              apiKey: 'lm-studio',
              models: [{ id: 'local', name: 'local' }],
            },
            vllm: {
              baseUrl: 'http://10.0.0.7:8000/v1',
              api: 'openai-completions',
              apiKey: 'EMPTY',
              models: [{ id: 'qwen2-vl', name: 'q', input: ['text', 'image'] }],
            },
            'azure-openai': {
              baseUrl: 'https://corp.openai.azure.com/openai/deployments/gpt5',
              api: 'openai-completions',
              apiKey: 'FAKEazure0123456789abcdef0123456789',
              headers: { 'api-key': 'FAKEazure0123456789abcdef0123456789' },
              authHeader: false,
              models: [{ id: 'gpt5', name: 'gpt5' }],
            },
          },
        },
      }),
    },
  },
  {
    name: 'credentials of providers that nobody knows, and what a shell exports',
    files: {
      '.openclaw/openclaw.json': json({
        ...model('nebula/star-1'),
        env: { shellEnv: { enabled: true, timeoutMs: 3000 }, vars: { NEBULA_ORG: 'team-a' } },
        models: {
          providers: {
            nebula: {
              baseUrl: 'https://api.nebula.example/v1',
              apiKey: 'NEBULA_API_KEY',
              models: [{ id: 'star-1', name: 'Star' }],
            },
          },
        },
      }),
      '.openclaw/agents/main/agent/auth-profiles.json': json({
        version: 1,
        profiles: { 'nebula:default': { type: 'api_key', provider: 'nebula', key: 'nb_FAKE0123456789abcd' } },
      }),
      '.bashrc': 'alias ll="ls -l"\nexport NEBULA_API_KEY=nb_FAKEshell0123456789\nexport EDITOR=vi\n',
      '.zshrc': "export OPENAI_API_KEY='sk-FAKEzsh0123456789ab'\n",
    },
  },
  {
    name: 'sign-ins of other programs, and a folder in another place',
    files: {
      '.openclaw/openclaw.json': json({
        agents: { defaults: { model: 'openai-codex/gpt-5.4', workspace: '/home/jo/clawd' } },
        channels: { discord: { token: 'FAKEdiscord0123456789abcd' } },
      }),
      '.codex/auth.json': json({
        OPENAI_API_KEY: null,
        tokens: {
          access_token: 'eyJhbGciOiJub25lIn0.eyJGQUtFIjoyfQ.FAKEcodex0123456789',
          refresh_token: 'rt_FAKEcodex0123456789',
          account_id: 'acct-FAKEcodex01234',
        },
        last_refresh: '2026-11-20T00:00:00Z',
      }),
      '.claude/.credentials.json': json({
        claudeAiOauth: {
          accessToken: 'sk-ant-oat01-FAKEclaude0123456',
          refreshToken: 'sk-ant-ort01-FAKEclaude0123456',
          expiresAt: 1795766400000,
        },
      }),
      '.config/gcloud/application_default_credentials.json': json({
        type: 'authorized_user',
        client_id: '1',
        client_secret: 'FAKEgcloud0123456789',
        refresh_token: '1//FAKEgcloud0123456789',
      }),
      '.openclaw/workspace/notes.md': 'nothing\n',
    },
  },
];
