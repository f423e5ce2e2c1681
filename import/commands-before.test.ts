import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { importCommand } from '../cli/commands/import.ts';
import { runnableOf } from '../gateway/cases/runnable-of.ts';
import { homeCaseSchema } from '../home-case/home-case.ts';
import { partsAt, without } from '../home-case/parts.ts';
import { setupText } from '../reports/setup-text.ts';

const STORE = {
  version: 1,
  profiles: {
    'openai:me@corp.example': { type: 'api_key', provider: 'openai', key: 'sk-FAKEold0123456789' },
  },
};

async function imported(...before: readonly string[]) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'commands-before-'));
  const write = (name: string, content: object) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), JSON.stringify(content));
  };
  write('.openclaw/openclaw.json', { agents: { defaults: { model: 'openai/gpt-5.4' } } });
  write('.openclaw/agents/main/agent/auth-profiles.json', STORE);
  const out = path.join(folder, 'case.json');
  const words = before.flatMap((each) => ['--before', each]);
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  await importCommand().parseAsync([folder, '--out', out, ...words], { from: 'user' });
  vi.restoreAllMocks();
  return homeCaseSchema.parse(JSON.parse(readFileSync(out, 'utf8')).case);
}

describe('the commands that a user ran before', () => {
  afterEach(() => vi.restoreAllMocks());

  it('are kept word by word, with what stands for names and secrets in the home', async () => {
    const value = await imported(
      'models auth order set --provider openai --agent main openai:me@corp.example',
      'openclaw onboard --openai-api-key "sk-FAKEnew0123456789" --non-interactive',
    );
    expect(JSON.stringify(value)).not.toMatch(/FAKE|corp/);
    const [order = [], onboard = []] = value.asked.before;
    const profiles = value.files.flatMap((file) =>
      file.as === 'json' ? [JSON.stringify(file.content)] : [],
    );
    expect(profiles.join()).toContain(JSON.stringify(order.at(-1)));
    expect(onboard).toEqual(['onboard', '--openai-api-key', '{{--openai-api-key}}', '--non-interactive']);
    expect(setupText(value, '2026.4.24')).toContain('openclaw models auth order set --provider openai');
  });

  it('are run with the secrets of the run, and can be spared', async () => {
    const value = await imported('doctor --fix', 'onboard --openai-api-key sk-FAKEnew0123456789');
    const folder = mkdtempSync(path.join(os.tmpdir(), 'commands-home-'));
    const staged = await runnableOf(value).stage('a run', null);
    const subject = { version: '2026.4.24', root: os.tmpdir(), command: '', main: '', runsWarm: true };
    const [compileCache, logFile] = [path.join(folder, 'cache'), path.join(folder, 'log')];
    const home = await staged.writeHome(subject, folder, { compileCache, logFile, paths: [] });
    expect(home.commandsBefore[0]).toEqual(['doctor', '--fix']);
    expect(home.commandsBefore[1]?.[2]).toMatch(/^sk-[\da-f]{20,}$/);
    const part = partsAt(value, 0).find(({ name }) => name === 'openclaw doctor --fix');
    expect(without(value, [part!.path]).asked.before).toHaveLength(1);
  });
});
