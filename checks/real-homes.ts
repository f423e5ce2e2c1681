/**
 * Homes that OpenClaw's own commands made, for `checks/imported-homes.ts`: as a user would, offline.
 *
 * Secrets are words for texts of no value.
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
}

const onboard = (...argv: string[]) => ({
  argv: [
    ...['onboard', '--non-interactive', '--accept-risk', '--skip-health', '--skip-channels', '--skip-skills'],
    ...['--skip-daemon', '--skip-search', '--skip-ui', ...argv],
  ],
});
const set = (path: string, value: string) => ({ argv: ['config', 'set', path, value] });

export const REAL_HOMES: readonly RealHome[] = [
  {
    name: 'gemini by onboarding, another model by config',
    version: '2026.4.24',
    environment: {},
    commands: [
      onboard(
        '--auth-choice',
        'gemini-api-key',
        '--gemini-api-key',
        'AIzaSyREALHOME-one-0000000000000000001',
      ),
      set('agents.defaults.model.primary', 'google/gemini-2.5-flash'),
    ],
    files: {},
  },
  {
    name: 'anthropic by a reference to a variable, another key in ~/.openclaw/.env',
    version: '2026.4.24',
    environment: { ANTHROPIC_API_KEY: 'sk-ant-api03-REALHOME-two-00000000000000' },
    commands: [
      onboard('--auth-choice', 'apiKey', '--secret-input-mode', 'ref'),
      set('agents.defaults.model.primary', 'anthropic/claude-sonnet-4-6'),
      set('agents.defaults.imageModel.primary', 'anthropic/claude-opus-4-6'),
    ],
    files: { '.openclaw/.env': 'GEMINI_API_KEY=AIzaSyREALHOME-two-0000000000000000002\n' },
  },
  {
    name: 'a custom endpoint by onboarding, its key in the configuration',
    version: '2026.4.21',
    environment: {},
    commands: [
      onboard(
        ...['--auth-choice', 'custom-api-key', '--custom-base-url', 'https://llm.acme-models.com/v1'],
        ...['--custom-model-id', 'acme-large', '--custom-api-key', 'sk-REALHOME-three-0000000000000000'],
        ...['--custom-provider-id', 'acme', '--custom-compatibility', 'openai'],
      ),
    ],
    files: {},
  },
  {
    name: 'anthropic by onboarding, profiles in SQLite',
    version: '2026.9.6',
    environment: {},
    commands: [
      onboard('--auth-choice', 'apiKey', '--anthropic-api-key', 'sk-ant-api03-REALHOME-four-0000000000000'),
      set('agents.defaults.model.primary', 'anthropic/claude-sonnet-4-6'),
    ],
    files: {},
  },
  {
    name: 'gemini by two profiles in order, profiles in SQLite, an older key in the environment',
    version: '2026.9.6',
    environment: { GEMINI_API_KEY: 'AIzaSyREALHOME-five-000000000000000000' },
    commands: [
      onboard(
        '--auth-choice',
        'gemini-api-key',
        '--gemini-api-key',
        'AIzaSyREALHOME-five-000000000000000001',
      ),
      {
        argv: ['models', 'auth', 'paste-api-key', '--provider', 'google', '--profile-id', 'google:second'],
        input: 'AIzaSyREALHOME-five-000000000000000002\n',
      },
      { argv: ['models', 'auth', 'order', 'set', '--provider', 'google', 'google:second', 'google:default'] },
      set('agents.defaults.model.primary', 'google/gemini-2.5-flash'),
    ],
    files: {},
  },
];
