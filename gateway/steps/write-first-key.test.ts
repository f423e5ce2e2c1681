import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PLAIN_ENTRY, PLAIN_PROFILE, plainCase } from '../../generators/plain-case.ts';
import type { ProviderSetup } from '../../generators/provider-setup.ts';
import { canariesOf } from '../../generators/secrets/canaries.ts';
import type { Step } from '../../generators/steps/step.ts';
import { chat } from '../../paths/chat.ts';
import { stagedCase } from '../cases/drawn-case.ts';
import { livingHome } from './living-home.ts';
import type { StepHost } from './step-host.ts';
import { stagedAtStart, writeFirstKey } from './write-first-key.ts';

const take: Step = { do: 'take', path: 'chat' };
const live = { holds: 'live', shape: 'plain' } as const;

/** Writes the first key of a case into a home of a build, and hands back the text of a file before and after it. */
async function written(
  step: Extract<Step, { do: 'first-key' }>,
  setup: Partial<ProviderSetup>,
  { version, file }: { readonly version: string; readonly file: string },
) {
  const value = plainCase({ id: 'google', ...setup }, { steps: [take, step, take] });
  const canaries = canariesOf(value, 'a salt');
  const folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'first-key-')), 'home');
  mkdirSync(folder);
  const subject = { version, root: os.tmpdir(), command: '', main: '', runsWarm: true };
  const staged = stagedAtStart(value, canaries, (each, held) => stagedCase(each, held, null));
  const home = await staged.writeHome(subject, folder, {
    compileCache: path.join(folder, '..', 'cache'),
    logFile: path.join(folder, '..', 'log'),
    paths: [chat],
  });
  const said: string[] = [];
  const host = {
    subject,
    command: async (_now: unknown, argv: string[], input: string) => {
      said.push(`${argv.join(' ')} < ${input.trim()}`);
      return { kind: 'done', stdout: '' };
    },
    call: async (_now: unknown, method: string, params: object) => {
      said.push(`${method} ${JSON.stringify(params)}`);
      return { kind: 'done', stdout: JSON.stringify({ hash: 'h' }) };
    },
  } as unknown as StepHost;
  const textOf = () => {
    try {
      return readFileSync(path.join(folder, '.openclaw', file), 'utf8');
    } catch {
      return null;
    }
  };
  const before = textOf();
  const start = livingHome(home, value, canaries);
  const now = await writeFirstKey(host, start, step);
  const [key] = canaries;
  return { staged, before, after: textOf(), said, key: key!.text, awaited: [start.awaited, now.awaited] };
}

const first = (keeper: 'config' | 'env-file' | 'profiles'): Extract<Step, { do: 'first-key' }> => ({
  do: 'first-key',
  keeper,
});

describe('a first key', () => {
  it('is not there at first, though the provider knows it, and is added to the variables', async () => {
    const environment = [{ name: 'GEMINI_API_KEY', layer: 'state', ...live } as const];
    const seen = await written(first('env-file'), { environment }, { version: '2026.9.6', file: '.env' });
    expect([seen.before, seen.after]).toEqual([null, `GEMINI_API_KEY="${seen.key}"\n`]);
    expect(seen.staged.canaries.map(({ text }) => text)).toEqual([seen.key]);
    expect(seen.awaited).toEqual([['env-file'], []]);
  });

  it('comes into the configuration with its entry, by file or through the gateway', async () => {
    const entry = { ...PLAIN_ENTRY, apiKey: PLAIN_PROFILE.secret };
    const build = { version: '2026.9.6', file: 'openclaw.json' };
    const byFile = await written(first('config'), { entry }, build);
    expect(JSON.parse(byFile.before!).models).toBeUndefined();
    expect(JSON.parse(byFile.after!)).toMatchObject({
      ...JSON.parse(byFile.before!),
      models: { providers: { google: { apiKey: byFile.key } } },
    });
    const byRpc = await written({ ...first('config'), by: 'rpc' }, { entry }, build);
    expect(byRpc.after).toBe(byRpc.before);
    expect(byRpc.said[1]).toMatch(/^config\.patch .*models.*providers.*google/);
  });

  it('is pasted where the build has the command, and written into the file where it has none', async () => {
    const file = 'agents/main/agent/auth-profiles.json';
    const profiles = [PLAIN_PROFILE];
    const pasted = await written(first('profiles'), { profiles }, { version: '2026.6.11', file });
    expect(pasted.said).toEqual([`models auth paste-api-key --provider google < ${pasted.key}`]);
    expect([pasted.before, pasted.after]).toEqual([null, null]);
    const older = await written(first('profiles'), { profiles }, { version: '2026.4.24', file });
    expect(older.said).toEqual([]);
    expect(older.before).toBeNull();
    expect(JSON.parse(older.after!)).toMatchObject({ profiles: { 'google:a': { key: older.key } } });
  });
});
