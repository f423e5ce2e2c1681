import { describe, expect, it } from 'vitest';
import { configurationOf } from '../../home-case/configuration.ts';
import type { HomeCase } from '../../home-case/home-case.ts';
import { at } from '../../support/json-path.ts';
import { homeCaseOf } from '../../test-support/home-case-of.ts';
import { shrinkHome } from './shrink-home.ts';

const secret = { kind: 'entry', provider: 'acme', form: 'key', prefix: 'sk-', length: 32 } as const;
const home = homeCaseOf({
  writtenBy: '2026.4.24',
  files: [
    {
      path: '.openclaw/openclaw.json',
      as: 'json',
      content: {
        $include: './more.json',
        agents: { defaults: { model: { primary: 'acme/large', fallbacks: ['openai/gpt-5.4'] } } },
        channels: { telegram: { botToken: '{{bot}}' } },
      },
    },
    {
      path: '.openclaw/more.json',
      as: 'json',
      content: {
        models: { providers: { acme: { apiKey: '{{key}}', headers: { 'X-A': '{{a}}', 'X-B': '{{b}}' } } } },
      },
    },
    { path: '.openclaw/.env', as: 'variables', variables: { OTHER: 'x' } },
  ],
  environment: { LANGUAGE: 'en' },
  secrets: { key: secret, a: secret, b: secret, bot: { ...secret, kind: 'setting', provider: null } },
  asked: { model: null, agent: null, failing: ['image'] },
});

/** A subject that drops one header, and refuses a configuration without a model. */
async function look(value: HomeCase) {
  const config = configurationOf(value);
  const model = at(config, 'agents.defaults.model');
  if (typeof (at(model, 'primary') ?? model) !== 'string') return { shows: false, ends: 'image: bad-config' };
  const isDropped = at(config, 'models.providers.acme.headers.X-B') !== undefined;
  return { shows: isDropped, ends: isDropped ? 'image: rejected' : 'image: answer' };
}

describe('shrinking a home', () => {
  it('ends at the files and settings without which the build does not show it, and says what each is for', async () => {
    const { value, complete, needed } = await shrinkHome(home, look, { deadline: Number.POSITIVE_INFINITY });
    expect(complete).toBe(true);
    expect(configurationOf(value)).toEqual({
      agents: { defaults: { model: 'acme/large' } },
      models: { providers: { acme: { headers: { 'X-B': '{{b}}' } } } },
    });
    expect(value.files).toHaveLength(1);
    expect(value.environment).toEqual({});
    expect(Object.keys(value.secrets)).toEqual(['b']);
    expect(needed).toContainEqual({
      name: 'openclaw.json models.providers.acme.headers.X-B',
      endsWithout: 'image: answer',
    });
  });

  it('keeps the best so far when time is up', async () => {
    const { value, complete } = await shrinkHome(home, look, { deadline: 0 });
    expect(complete).toBe(false);
    expect(value).toEqual(home);
  });
});
