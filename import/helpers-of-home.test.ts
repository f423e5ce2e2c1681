/** The models of turns that help a conversation, as a home gives them: subagents, compaction, heartbeats. */
import { expect, it } from 'vitest';
import { folderOfHome } from '../test-support/folder-of-home.ts';
import { liftedHome } from '../test-support/lifted-home.ts';

const SECRET = 'AIzaSy0123456789abcdef';

it('the way in which heartbeats run is kept, and what a case cannot say of them is named', async () => {
  const imported = (defaults: object, own?: object) => {
    const list = own ? { list: [{ id: 'main', default: true, heartbeat: own }] } : {};
    const agents = { defaults: { model: 'google/gemini-2.5-flash', heartbeat: defaults }, ...list };
    const { case: value, leftOut } = liftedHome(
      folderOfHome({ '.openclaw/openclaw.json': JSON.stringify({ agents }) }),
    );
    return { heartbeat: value.heartbeat, leftOut: leftOut.join() };
  };
  expect(imported({ isolatedSession: true }).heartbeat).toBe('isolated');
  expect(imported({ isolatedSession: true }, { lightContext: true }).heartbeat).toBe('isolated-light');
  expect(imported({ lightContext: true }, { every: '1h' })).toEqual({ heartbeat: 'light', leftOut: '' });
  const off = imported({ every: '0m', session: 'agent:main:other' });
  expect(off.heartbeat).toBeNull();
  expect(off.leftOut).toContain('never off');
  expect(off.leftOut).toContain('main session');
});

it('a model of subagents, compaction and heartbeats is kept, with the provider that serves it', async () => {
  const imported = (defaults: object) => {
    const providers = Object.fromEntries(
      ['openai', 'anthropic'].map((id) => [
        id,
        { apiKey: SECRET, baseUrl: `https://${id}.example/v1`, models: [] },
      ]),
    );
    const config = {
      models: { providers },
      agents: { defaults: { model: 'google/gemini-2.5-flash', ...defaults } },
    };
    const { case: value, leftOut } = liftedHome(
      folderOfHome({ '.openclaw/openclaw.json': JSON.stringify(config) }),
    );
    return { given: value.helperModel, other: value.otherProvider?.id, leftOut: leftOut.join() };
  };
  const all = (model: string) => ({
    subagents: { model },
    compaction: { model: { primary: model } },
    heartbeat: { model },
  });
  expect(imported(all('anthropic/claude-sonnet-4-6'))).toMatchObject({
    given: 'other-provider',
    other: 'anthropic',
  });
  expect(imported(all('google/gemini-2.5-flash'))).toMatchObject({ given: 'same', other: 'openai' });
  expect(imported(all('google/gemini-2.5-pro'))).toMatchObject({ given: 'other-model' });
  expect(imported({}).given).toBeNull();
  const one = imported({ compaction: { model: 'openai/gpt-5.4' } });
  expect(one).toMatchObject({ given: 'other-provider', other: 'openai' });
  expect(one.leftOut).toContain('subagents, compaction and heartbeats one model');
  expect(imported(all('google/gemini-2.5-pro')).leftOut).not.toContain('one model');
  expect(imported({ heartbeat: { model: 'google/gemini-2.5-pro' } })).toMatchObject({ given: 'other-model' });
  expect(imported(all('zai/glm-5')).leftOut).toContain('zai/glm-5: a case holds two providers');
});
