/** Stand-in answers of a build: they test what is made of them, and are no OpenClaw build's. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeSetting, settingsFor } from '../../invariants/setting-as-documented.ts';
import type { Setting } from '../../observation/setting.ts';
import { fakeBuild } from '../../test-support/fake-build.ts';
import { DEFAULT_TARGET } from '../versions/default-target.ts';
import type { HomeCommand, HomeCommands } from './home-commands.ts';
import { observeSettings } from './observe-settings.ts';

const home = mkdtempSync(path.join(os.tmpdir(), 'settings-test-'));
const state = path.join(home, '.openclaw');
mkdirSync(state);

/** A build that does with each setting what the documents say, but for one; `unusual`: it does nothing at all with that one. */
function standIn(faulty: Setting | null, isUnusual = false): HomeCommands {
  const does = (setting: Setting) => setting !== faulty;
  const unresolved = (setting: Setting, usual: string, others: readonly string[]) => [
    ...(faulty === setting && isUnusual ? [usual] : []),
    ...(does(setting) ? others : []),
  ];
  const audit = [
    ...unresolved('secrets.providers.*.allowlist', 'named', ['other']),
    ...unresolved('secrets.providers.*.path', 'private', ['open']),
    ...unresolved('secrets.providers.*.timeoutMs', 'quick', ['slow', 'long']),
  ].map((name) => ({ code: 'REF_UNRESOLVED', jsonPath: `skills.entries.${name}.apiKey` }));
  const issuesOf = ({ configuration }: HomeCommand) => {
    const text = JSON.stringify(configuration);
    if (text.includes('hooks')) {
      if (faulty === 'hooks.token') return isUnusual ? ['hooks.token'] : [];
      return text.includes('HOOKS_TOKEN') ? ['hooks.token'] : [];
    }
    if (!text.includes('media')) return [];
    if (faulty === 'tools.media.models[].apiKey') return isUnusual ? ['tools.media'] : [];
    return text.includes('apiKey') ? ['tools.media.models.0'] : [];
  };
  const homeOf = (text: string | undefined) => {
    const isBlank = !text || ['', 'undefined', 'null'].includes(text.trim());
    if (faulty === 'OPENCLAW_HOME') return isUnusual || !text ? home : path.resolve(home, text);
    return isBlank ? home : text;
  };
  const answer = (command: HomeCommand): object => {
    const { argv, variables = {} } = command;
    const [name, , option] = argv;
    if (name === 'secrets' && argv[1] === 'audit') return { findings: audit };
    if (name === 'secrets') {
      const own = 'openclaw.json';
      const old = JSON.stringify(command.configuration);
      writeFileSync(path.join(state, own), faulty === 'secrets.apply' && isUnusual ? old : '{}');
      writeFileSync(path.join(state, `${own}.bak`), does('secrets.apply') ? '{}' : old);
      return {};
    }
    if (name === 'config') {
      const issues = issuesOf(command).map((place) => ({ path: place }));
      const file = path.join(homeOf(variables.OPENCLAW_HOME), '.openclaw', 'openclaw.json');
      return { valid: issues.length === 0, issues, path: file };
    }
    if (option === '--probe') {
      const status = does('models.providers.*.models') ? 'no_model' : 'unknown';
      const results =
        faulty === 'models.providers.*.models' && isUnusual ? [] : [{ provider: 'acme', status }];
      return { auth: { probes: { results } } };
    }
    const usual = path.join(faulty === 'OPENCLAW_AGENT_DIR' && isUnusual ? os.tmpdir() : state, 'agents');
    return { agentDir: (does('OPENCLAW_AGENT_DIR') && variables.OPENCLAW_AGENT_DIR) || usual };
  };
  return {
    subject: fakeBuild(DEFAULT_TARGET).subject,
    home,
    state,
    run: async (command) => ({
      stdout: JSON.stringify(answer(command)),
      stderr: '',
      exitCode: 0,
      timedOut: false,
      interrupted: false,
    }),
    [Symbol.asyncDispose]: async () => {},
  };
}

const settings = settingsFor(DEFAULT_TARGET);
const verdicts = async (commands: HomeCommands) =>
  (await observeSettings(commands, settings)).map((seen) => [seen.setting, judgeSetting(seen).kind] as const);

describe('the settings of a build that does what the documents say', () => {
  it('conform', async () => {
    expect(await verdicts(standIn(null))).toEqual(settings.map((setting) => [setting, 'conforms']));
  });
});

describe('a setting that is not as documented', () => {
  it.each(settings)('violates, and it alone: %s', async (faulty) => {
    expect((await verdicts(standIn(faulty))).filter(([, kind]) => kind !== 'conforms')).toEqual([
      [faulty, 'violates'],
    ]);
  });

  it.each(settings)('is not testable where the build does nothing as usual: %s', async (faulty) => {
    expect(new Map(await verdicts(standIn(faulty, true))).get(faulty)).toBe('not testable');
  });
});
