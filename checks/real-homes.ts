/**
 * Homes that OpenClaw's own commands make, for `checks/imported-homes.ts`: as a user would, offline. Five kinds of setup by the
 * commands of builds with each kind of store. Secrets are words for texts of no value.
 */
export interface RealHome {
  readonly name: string;
  readonly version: string;
  /** Variables of the process, at onboarding and later. */
  readonly environment: Readonly<Record<string, string>>;
  /** Command lines, and what is typed into them. */
  readonly commands: readonly { readonly argv: readonly string[]; readonly input?: string }[];
  /** Files that users write by hand, relative to the home. */
  readonly files: Readonly<Record<string, string>>;
  /** Those that the commands read. */
  readonly filesBefore?: Readonly<Record<string, string>>;
}

const onboard = (...argv: string[]) => ({
  argv: [
    ...['onboard', '--non-interactive', '--accept-risk', '--skip-health', '--skip-channels', '--skip-skills'],
    ...['--skip-daemon', '--skip-search', '--skip-ui', ...argv],
  ],
});
const set = (path: string, value: string) => ({ argv: ['config', 'set', path, value] });
/** The prompt for a token takes what is typed up to a carriage return. */
const pasteToken = (provider: string, name: string, token: string) => ({
  argv: ['models', 'auth', 'paste-token', '--provider', provider, '--profile-id', `${provider}:${name}`],
  input: `${token}\r`,
});
/** A text of the length of a key, its own for each home. */
const key = (prefix: string, of: string) => `${prefix}REALHOME${of.replaceAll(/\W/g, '')}0000000000000000`;

/** A plan as `secrets configure` writes it: the key of an entry is in a variable from now on. */
const PLAN = {
  version: 1,
  protocolVersion: 1,
  generatedAt: '2026-11-28T00:00:00.000Z',
  generatedBy: 'manual',
  targets: [
    {
      type: 'models.providers.apiKey',
      path: 'models.providers.openrouter.apiKey',
      pathSegments: ['models', 'providers', 'openrouter', 'apiKey'],
      providerId: 'openrouter',
      ref: { source: 'env', provider: 'default', id: 'ROUTER_ENTRY_KEY' },
    },
  ],
};

/** Two of profiles in files, three of profiles in databases. */
const BUILDS = ['2026.4.24', '2026.5.22', '2026.6.11', '2026.8.1', '2026.9.6'];

export const REAL_HOMES: readonly RealHome[] = BUILDS.flatMap((version) =>
  homesOf(version).map((home) => ({ environment: {}, files: {}, ...home, version })),
);

type HomeOf = Pick<RealHome, 'name' | 'commands'> & Partial<RealHome>;

function homesOf(version: string): HomeOf[] {
  return [
    {
      name: 'gemini by onboarding, another model and an image model',
      commands: [
        onboard('--auth-choice', 'gemini-api-key', '--gemini-api-key', key('AIzaSy', `one${version}`)),
        set('agents.defaults.model.primary', 'google/gemini-2.5-flash'),
        { argv: ['models', 'set-image', 'google/gemini-2.5-pro'] },
      ],
    },
    {
      name: 'anthropic by a reference to a variable, other keys in ~/.openclaw/.env, a model to fall back on',
      environment: { ANTHROPIC_API_KEY: key('sk-ant-api03-', `two${version}`) },
      commands: [
        onboard('--auth-choice', 'apiKey', '--secret-input-mode', 'ref'),
        set('agents.defaults.model.primary', 'anthropic/claude-sonnet-4-6'),
        { argv: ['models', 'fallbacks', 'add', 'google/gemini-2.5-flash'] },
      ],
      files: { '.openclaw/.env': `GEMINI_API_KEY=${key('AIzaSy', `twoenv${version}`)}\n` },
    },
    {
      name: 'a custom endpoint by onboarding, a second agent, a channel',
      commands: [
        onboard(
          ...['--auth-choice', 'custom-api-key', '--custom-base-url', 'https://llm.acme-models.com/v1'],
          ...['--custom-model-id', 'acme-large', '--custom-api-key', key('sk-', `three${version}`)],
          ...['--custom-provider-id', 'acme', '--custom-compatibility', 'openai'],
        ),
        { argv: ['agents', 'add', 'work', '--workspace', '~/work-of-agent', '--non-interactive'] },
        {
          argv: [
            'channels',
            'add',
            '--channel',
            'telegram',
            '--token',
            '123456789:AAREALHOMEtelegram00000000',
          ],
        },
      ],
    },
    {
      name: 'openai by onboarding, a key of another provider in the configuration, settings of speech and memory',
      commands: [
        onboard('--auth-choice', 'openai-api-key', '--openai-api-key', key('sk-', `four${version}`)),
        set('agents.defaults.model.primary', 'openai/gpt-5.4'),
        set('env.vars.GEMINI_API_KEY', key('AIzaSy', `four${version}`)),
        set('messages.tts.provider', 'openai'),
      ],
    },
    {
      name: 'openrouter by a key of its entry that a plan of secrets made a reference, and two pasted tokens with an order',
      environment: { ROUTER_ENTRY_KEY: key('sk-or-v1-', `fiveentry${version}`) },
      filesBefore: { 'plan.json': JSON.stringify(PLAN) },
      commands: [
        { argv: ['models', 'set', 'openrouter/openai/gpt-5.4-mini'] },
        set(
          'models.providers.openrouter',
          JSON.stringify({
            baseUrl: 'https://openrouter.ai/api/v1',
            apiKey: key('sk-or-v1-', 'plain'),
            models: [],
          }),
        ),
        { argv: ['secrets', 'apply', '--from', '../plan.json'] },
        pasteToken('openrouter', 'first', key('sk-or-v1-', `fivefirst${version}`)),
        pasteToken('openrouter', 'second', key('sk-or-v1-', `fivesecond${version}`)),
        {
          argv: [
            'models',
            'auth',
            'order',
            'set',
            '--provider',
            'openrouter',
            'openrouter:second',
            'openrouter:first',
          ],
        },
      ],
    },
  ];
}
