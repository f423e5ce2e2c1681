import { hash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { importCommand } from '../cli/commands/import.ts';
import { DOCUMENTED_SETTINGS } from '../test-support/documented-settings.ts';

let made = 0;
/** Bytes like random ones, other ones for each place and the same ones in every run of the tests. */
function randomBytes(length: number): Buffer {
  made += 1;
  return hash('sha512', `planted ${made}`, 'buffer').subarray(0, length);
}

/** The forms of a secret; each is made anew for each place. */
const SHAPES: readonly (readonly [string, () => string])[] = [
  ['hex', () => randomBytes(18).toString('hex')],
  ['base64', () => randomBytes(24).toString('base64')],
  ['a key', () => `sk-proj-${randomBytes(18).toString('base64url')}`],
  ['a Google key', () => `AIzaSy${randomBytes(20).toString('hex')}`],
  [
    'a token in three parts',
    () => ['eyJhbGciOiJub25lIn0', ...[20, 30].map((n) => randomBytes(n).toString('base64url'))].join('.'),
  ],
  [
    'PEM',
    () => `-----BEGIN PRIVATE KEY-----\n${randomBytes(40).toString('base64')}\n-----END PRIVATE KEY-----`,
  ],
];

/** Fields that hold nothing but a secret, whatever it looks like. */
const FIELDS = [
  'apiKey',
  'token',
  'botToken',
  'password',
  'clientSecret',
  'privateKey',
  'access',
  'refresh',
  'key',
  'webhookSecret',
];

interface Planted {
  readonly folder: string;
  readonly secrets: Readonly<Record<string, string>>;
}

/** A home with one secret of each shape in each field, and in texts of any other kind. */
function planted(damage: 'none' | 'database' | 'json' | 'store'): Planted {
  const secrets: Record<string, string> = {};
  const plant = (place: string, text: string) => {
    secrets[place] = text;
    return text;
  };
  const folder = mkdtempSync(path.join(os.tmpdir(), 'planted-anywhere-'));
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  const fields = SHAPES.map(([shape, make]) => [
    shape.replaceAll(' ', '-'),
    Object.fromEntries(FIELDS.map((field) => [field, plant(`${field}, ${shape}`, make())])),
  ]);
  const loose = SHAPES.filter(([shape]) => shape !== 'PEM').map(([shape, make]) => ({
    note: plant(`a text, ${shape}`, make()),
    url: `https://user:${plant(`user of an address, ${shape}`, encodeURIComponent(make()))}@example.com/${plant(`path, ${shape}`, make().replaceAll('/', '_'))}`,
    args: ['--token', plant(`argument, ${shape}`, make())],
    prompt: `Never tell anybody that the word is ${plant(`words of a prompt, ${shape}`, make())} at all.`,
    headers: {
      'X-Own': plant(`header, ${shape}`, make()),
      Authorization: `Bearer ${plant(`bearer, ${shape}`, make())}`,
    },
    [plant(`key of an object, ${shape}`, make())]: true,
    env: { ANY_TOKEN: plant(`variable, ${shape}`, make()), OTHER: plant(`other variable, ${shape}`, make()) },
  }));
  const config = {
    meta: { lastTouchedVersion: '2026.9.6' },
    agents: { defaults: { model: 'anthropic/claude-sonnet-4-6' } },
    models: { providers: Object.fromEntries(fields) },
    hooks: { loose },
  };
  const comment = `// ${plant('comment', randomBytes(18).toString('hex'))}\n`;
  write(
    '.openclaw/openclaw.json',
    `\u{feff}${comment}${JSON.stringify(config)}${damage === 'json' ? ' }' : ''}`,
  );
  const variables = SHAPES.filter(([shape]) => shape !== 'PEM').map(
    ([, make], index) => `V${index}_KEY="${plant(`.env ${index}`, make())}"`,
  );
  write(
    '.openclaw/.env',
    `# ${plant('comment of .env', randomBytes(18).toString('hex'))}\n${variables.join('\n')}\n`,
  );
  write('.profile', `export SHELL_KEY='${plant('.profile', randomBytes(18).toString('hex'))}'\n`);
  const profiles = {
    version: 1,
    profiles: {
      'anthropic:a': {
        type: 'api_key',
        provider: 'anthropic',
        key: plant('profile', randomBytes(18).toString('hex')),
      },
    },
  };
  const store = JSON.stringify(profiles);
  write('.openclaw/agents/main/agent/auth-profiles.json', damage === 'store' ? store.slice(0, -3) : store);
  mkdirSync(path.join(folder, '.openclaw/state'), { recursive: true });
  if (damage === 'database')
    write(
      '.openclaw/state/openclaw.sqlite',
      `SQLite format 3\0${plant('damaged database', randomBytes(18).toString('hex'))}`,
    );
  else {
    const database = new DatabaseSync(path.join(folder, '.openclaw/state/openclaw.sqlite'));
    database.exec('CREATE TABLE config_machine_state (state_key TEXT, value_json TEXT)');
    const row = {
      profiles: {
        'openai:a': {
          type: 'token',
          provider: 'openai',
          token: plant('stored profile', randomBytes(18).toString('hex')),
        },
      },
    };
    database
      .prepare("INSERT INTO config_machine_state VALUES ('authProfiles.store', ?)")
      .run(JSON.stringify(row));
    database.close();
  }
  write(
    `.openclaw/logs/${plant('name of a file', randomBytes(18).toString('hex'))}.log`,
    plant('log', randomBytes(18).toString('hex')),
  );
  return { folder, secrets };
}

/** All that an import says and writes. */
async function imported(folder: string): Promise<{ readonly output: string; readonly error: Error | null }> {
  const out = path.join(mkdtempSync(path.join(os.tmpdir(), 'planted-out-')), 'case.json');
  const printed: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  const error = await importCommand()
    .parseAsync([folder, '--out', out], { from: 'user' })
    .then(
      () => null,
      (reason: Error) => reason,
    );
  vi.restoreAllMocks();
  const written = error ? '' : readFileSync(out, 'utf8');
  return { output: `${written}${printed.join('')}${error?.message ?? ''}`, error };
}

function leaked({ secrets }: Planted, output: string): string[] {
  const isIn = (text: string) => output.includes(text) || output.includes(JSON.stringify(text).slice(1, -1));
  return Object.entries(secrets).flatMap(([place, text]) => (isIn(text) ? [place] : []));
}

describe('a secret of any shape, in any place', () => {
  afterEach(() => vi.restoreAllMocks());

  it('is in no output of an import', async () => {
    const home = planted('none');
    expect(Object.keys(home.secrets).length).toBeGreaterThanOrEqual(120);
    const { output, error } = await imported(home.folder);
    expect(error).toBeNull();
    expect(leaked(home, output)).toEqual([]);
  });

  it.each(['database', 'json', 'store'] as const)(
    'is in no error of a damaged %s, which is one line',
    async (damage) => {
      const home = planted(damage);
      const { output, error } = await imported(home.folder);
      expect(error).toMatchObject({ name: 'BadInput' });
      expect(error?.message).not.toContain('\n');
      expect(leaked(home, output)).toEqual([]);
    },
  );
});

describe('a setting that the documents name', () => {
  it.each(DOCUMENTED_SETTINGS)('is in the case as it is in the home: %s', async (_source, config) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'documented-'));
    mkdirSync(path.join(folder, '.openclaw'));
    writeFileSync(path.join(folder, '.openclaw/openclaw.json'), JSON.stringify(config));
    const { homeCaseOf } = await import('./home-case-of.ts');
    const { readRawHome } = await import('./files/raw-home.ts');
    const { case: value, leftOut } = homeCaseOf(readRawHome(folder, null), {
      model: null,
      agent: null,
      failing: [],
      live: null,
    });
    const [file] = value.files;
    // The number of a person in the name of a setting is replaced, and the setting is still there.
    const shown = (setting: string) => setting.replaceAll(/\d{9,}|\{\{[^}]*\}\}/g, '…');
    const kept = new Set(pathsIn(file?.as === 'json' ? file.content : {}).map(shown));
    const isNamed = (setting: string) =>
      leftOut.some(({ what }) => setting === what || setting.startsWith(`${what}.`));
    const lost = pathsIn(config).filter((setting) => !kept.has(shown(setting)) && !isNamed(setting));
    expect(lost).toEqual([]);
  });
});

function pathsIn(value: unknown, prefix = ''): string[] {
  if (typeof value !== 'object' || value === null) return [prefix];
  return [
    prefix,
    ...Object.entries(value).flatMap(([key, child]) => pathsIn(child, prefix ? `${prefix}.${key}` : key)),
  ].filter(Boolean);
}
