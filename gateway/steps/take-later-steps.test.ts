import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LaterStep } from '../../home-case/later-step.ts';
import { homeCaseOf } from '../../test-support/home-case-of.ts';
import { runnableOf } from '../cases/runnable-of.ts';
import type { HostActions } from './host-actions.ts';
import { takeLaterSteps } from './take-later-steps.ts';

const secret = (kind: string) => ({ kind, provider: 'acme', form: 'key', prefix: 'sk-', length: 32 });
const home = (after: LaterStep[]) =>
  homeCaseOf({
    files: [
      {
        path: '.openclaw/openclaw.json',
        as: 'json',
        content: { models: { providers: { acme: { apiKey: '{{entry}}', models: [] } } } },
      },
      { path: '.openclaw/.env', as: 'variables', variables: { ACME_API_KEY: '{{dotenv}}' } },
    ],
    environment: { OTHER_API_KEY: '{{variable}}' },
    secrets: { entry: secret('entry'), dotenv: secret('environment'), variable: secret('environment') },
    asked: { model: null, agent: null, failing: ['chat'], after },
  });

async function taken(after: LaterStep[], refused = '') {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'later-steps-'));
  const subject = { version: '2026.9.6', root: os.tmpdir(), command: '', main: '', runsWarm: true };
  const staged = await runnableOf(home(after)).stage('a run', null);
  const [compileCache, logFile] = [path.join(folder, 'cache'), path.join(folder, 'log')];
  const own = path.join(folder, 'home');
  mkdirSync(own);
  const written = await staged.writeHome(subject, own, { compileCache, logFile, paths: [] });
  const done: string[] = [];
  const act = async (what: string) => {
    done.push(what);
    if (what === refused) return { kind: 'undone', why: 'not now' } as const;
    return { kind: 'done', stdout: '' } as const;
  };
  const actions: HostActions = {
    command: (_now, argv) => act(argv.join(' ')),
    storeSecrets: () => act('store'),
    call: (_now, method) => act(method),
    restart: (_now, signal) => act(signal),
    settle: async (what) => {
      done.push(`settle ${what}`);
    },
  };
  const text = (name: string) => readFileSync(path.join(own, '.openclaw', name), 'utf8');
  const before = { config: text('openclaw.json'), env: text('.env') };
  const end = await takeLaterSteps(actions, subject, { home: written, staged });
  return { ...end, done, before, after: { config: text('openclaw.json'), env: text('.env') }, written };
}

const textOf = (canaries: readonly { place: object; text: string; isReplaced?: boolean }[], name: string) =>
  canaries.filter(({ place }) => 'name' in place && place.name === name);

describe('the steps of a home', () => {
  it('put a new key in place of the old one in its file, which the provider refuses from then on', async () => {
    const { staged, before, after, done } = await taken([{ do: 'replace', secret: 'entry' }]);
    const [now, old] = textOf(staged.canaries, 'entry');
    expect([now?.isReplaced ?? false, old?.isReplaced]).toEqual([false, true]);
    expect(before.config).toContain(old?.text);
    expect(after.config).toBe(before.config.replaceAll(old?.text ?? '', now?.text ?? ''));
    expect(after.env).toBe(before.env);
    expect(done).toEqual(['settle configuration']);
  });

  it('change the variables that the next process is started with', async () => {
    const { home: later, written, staged } = await taken([{ do: 'replace', secret: 'variable' }]);
    const [now, old] = textOf(staged.canaries, 'variable');
    expect(written.environment.OTHER_API_KEY).toBe(old?.text);
    expect(later.environment.OTHER_API_KEY).toBe(now?.text);
  });

  it('replace one key twice by two others', async () => {
    const { staged } = await taken([
      { do: 'replace', secret: 'dotenv' },
      { do: 'replace', secret: 'dotenv' },
    ]);
    const own = textOf(staged.canaries, 'dotenv');
    expect(own.map(({ isReplaced = false }) => isReplaced)).toEqual([false, true, true]);
    expect(new Set(own.map(({ text }) => text)).size).toBe(3);
  });

  it('are taken in their order, and one that the build does not do is told', async () => {
    const steps: LaterStep[] = [
      { do: 'run', words: ['secrets', 'audit'] },
      { do: 'reload-secrets' },
      { do: 'restart' },
    ];
    const { done, undone } = await taken(steps, 'secrets.reload');
    expect(done).toEqual(['secrets audit', 'settle configuration', 'secrets.reload', 'SIGTERM']);
    expect(undone).toEqual([{ step: 1, message: 'not now' }]);
  });
});
