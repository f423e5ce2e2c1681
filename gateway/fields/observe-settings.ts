/** Observes what a build does with settings that its documents say more of than that they take a reference. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Setting, SettingObservation } from '../../observation/setting.ts';
import { traitsOf } from '../versions/traits.ts';
import { audit, validate } from './field-commands.ts';
import { type HomeCommands, jsonIn } from './home-commands.ts';

type Seen = Omit<SettingObservation, 'setting'>;

const SECRET = 'canary-of-a-setting-5Kd9Rw';
const reference = (source: string, provider: string, id: string) => ({ source, provider, id });
const skills = (keys: Readonly<Record<string, object>>) => ({
  entries: Object.fromEntries(Object.entries(keys).map(([name, apiKey]) => [name, { apiKey }])),
});
const place = (name: string) => `skills.entries.${name}.apiKey`;

/** Each tries a usual value first: where the build does not do as usual with it, the other value shows nothing. */
const EXPERIMENTS: Readonly<Record<Setting, (commands: HomeCommands) => Promise<Seen>>> = {
  async 'secrets.providers.*.allowlist'(commands) {
    const { places } = await audit(commands, {
      configuration: {
        secrets: { providers: { listed: { source: 'env', allowlist: ['NAMED_KEY'] } } },
        skills: skills({
          named: reference('env', 'listed', 'NAMED_KEY'),
          other: reference('env', 'listed', 'OTHER_KEY'),
        }),
      },
      variables: { NAMED_KEY: SECRET, OTHER_KEY: SECRET },
    });
    return { isUsual: !places.includes(place('named')), isKept: places.includes(place('other')) };
  },

  async 'secrets.providers.*.path'(commands) {
    const file = (name: string) => ({ source: 'file', path: path.join(commands.home, name), mode: 'json' });
    const text = JSON.stringify({ key: SECRET });
    const { places } = await audit(commands, {
      configuration: {
        secrets: { providers: { private: file('private.json'), open: file('open.json') } },
        skills: skills({
          private: reference('file', 'private', '/key'),
          open: reference('file', 'open', '/key'),
        }),
      },
      files: { 'private.json': { text, mode: 0o600 }, 'open.json': { text, mode: 0o644 } },
    });
    return { isUsual: !places.includes(place('private')), isKept: places.includes(place('open')) };
  },

  async 'secrets.providers.*.timeoutMs'(commands) {
    const program = (name: string, limits: object) => ({
      source: 'exec',
      command: path.join(commands.home, name),
      ...limits,
    });
    const answer = (value: string) =>
      `printf '%s' '${JSON.stringify({ protocolVersion: 1, values: { key: value } })}'`;
    const script = (...lines: string[]) => ({ text: ['#!/bin/sh', ...lines, ''].join('\n'), mode: 0o700 });
    const names = ['quick', 'slow', 'long'] as const;
    const { places } = await audit(
      commands,
      {
        configuration: {
          secrets: {
            providers: {
              quick: program('quick', {}),
              slow: program('slow', { timeoutMs: 500, noOutputTimeoutMs: 500 }),
              long: program('long', { maxOutputBytes: 100 }),
            },
          },
          skills: skills(Object.fromEntries(names.map((name) => [name, reference('exec', name, 'key')]))),
        },
        files: {
          quick: script(answer(SECRET)),
          // It waits without another program: there is none on the subject's PATH.
          slow: script('i=0; while [ $i -lt 10000000 ]; do i=$((i+1)); done', answer(SECRET)),
          long: script(answer(SECRET.repeat(100))),
        },
      },
      ['--allow-exec'],
    );
    const isRefused = (name: (typeof names)[number]) => places.includes(place(name));
    return { isUsual: !isRefused('quick'), isKept: isRefused('slow') && isRefused('long') };
  },

  async 'hooks.token'(commands) {
    const hooks = (token: unknown) => ({ configuration: { hooks: { token } } });
    const text = await validate(commands, hooks(SECRET));
    const refused = await validate(commands, hooks(reference('env', 'default', 'HOOKS_TOKEN')));
    return { isUsual: text.places.length === 0, isKept: refused.places.includes('hooks.token') };
  },

  async 'tools.media.models[].apiKey'(commands) {
    const entry = (own: object) => {
      const models = [{ provider: 'openai', model: 'gpt-5.4', capabilities: ['image'], ...own }];
      const isShared = traitsOf(commands.subject.version).mediaModels === 'shared';
      return { configuration: { tools: { media: isShared ? { models } : { image: { models } } } } };
    };
    const usual = await validate(commands, entry({}));
    const withKey = await validate(commands, entry({ apiKey: SECRET }));
    return { isUsual: usual.places.length === 0, isKept: withKey.places.length > 0 };
  },

  async OPENCLAW_HOME(commands) {
    const read = async (text: string) => {
      const { file } = await validate(commands, { configuration: {}, variables: { OPENCLAW_HOME: text } });
      return path.resolve(commands.home, file.replace(/^~/, commands.home));
    };
    const moved = path.join(commands.home, 'moved');
    const own = path.join(commands.state, 'openclaw.json');
    const blank = [await read(' '), await read('undefined'), await read('null')];
    return {
      isUsual: (await read(moved)) === path.join(moved, '.openclaw', 'openclaw.json'),
      isKept: blank.every((file) => file === own),
    };
  },

  async OPENCLAW_AGENT_DIR(commands) {
    const argv = ['models', 'status', '--json'];
    const folderOf = async (variables: Readonly<Record<string, string>>) =>
      jsonIn(
        await commands.run({ argv, configuration: {}, variables }),
        z.object({ agentDir: z.string() }),
        'models status',
      ).agentDir.replace(/^~/, commands.home);
    const moved = path.join(commands.home, 'moved');
    const usual = await folderOf({});
    const other = await folderOf({ OPENCLAW_AGENT_DIR: moved });
    return { isUsual: usual.startsWith(commands.state), isKept: other === moved };
  },

  async 'models.providers.*.models'(commands) {
    const acme = { baseUrl: 'https://models.example.com/v1', api: 'openai-completions', apiKey: SECRET };
    const end = await commands.run({
      argv: ['models', 'status', '--probe', '--probe-provider', 'acme', '--json'],
      configuration: { models: { providers: { acme: { ...acme, models: [] } } } },
    });
    const probed = z.object({ provider: z.string(), status: z.string(), reasonCode: z.string().optional() });
    const schema = z.object({ auth: z.object({ probes: z.object({ results: z.array(probed) }) }) });
    const own = jsonIn(end, schema, 'models status').auth.probes.results.filter(
      ({ provider }) => provider === 'acme',
    );
    const isNoModel = ({ status, reasonCode }: z.infer<typeof probed>) =>
      status === 'no_model' && (reasonCode ?? 'no_model') === 'no_model';
    return { isUsual: own.length > 0, isKept: own.every(isNoModel) };
  },

  async 'secrets.apply'(commands) {
    const target = {
      type: 'models.providers.apiKey',
      path: 'models.providers.acme.apiKey',
      providerId: 'acme',
    };
    const plan = {
      version: 1,
      protocolVersion: 1,
      targets: [{ ...target, ref: reference('env', 'default', 'ACME_KEY') }],
    };
    const acme = { baseUrl: 'https://models.example.com/v1', models: [], apiKey: SECRET };
    const { exitCode } = await commands.run({
      argv: ['secrets', 'apply', '--from', path.join(commands.home, 'plan.json'), '--json'],
      configuration: { models: { providers: { acme } } },
      variables: { ACME_KEY: SECRET },
      files: { 'plan.json': { text: JSON.stringify(plan), mode: 0o600 } },
    });
    const texts = readdirSync(commands.state, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => ({ name, text: readFileSync(path.join(commands.state, name), 'latin1') }));
    const written = texts.find(({ name }) => name === 'openclaw.json')?.text ?? SECRET;
    return {
      isUsual: exitCode === 0 && !written.includes(SECRET),
      isKept: texts.every(({ text }) => !text.includes(SECRET)),
    };
  },
};

export async function observeSettings(
  commands: HomeCommands,
  settings: readonly Setting[],
): Promise<SettingObservation[]> {
  const seen: SettingObservation[] = [];
  for (const setting of settings) seen.push({ setting, ...(await EXPERIMENTS[setting](commands)) });
  return seen;
}
