/** Paths that a running gateway alone has, with a gateway that answers as given. */
import { describe, expect, it } from 'vitest';
import { shellLine } from '../gateway/asked/asked.ts';
import { afterHeartbeat } from './after-heartbeat.ts';
import { authStatus } from './auth-status.ts';
import { chatStartup } from './chat-startup.ts';
import { configView } from './config-view.ts';
import { cronJob } from './cron-job.ts';
import { heartbeat } from './heartbeat.ts';
import { httpResponses } from './http-responses.ts';
import { imageGenerationTool } from './image-generation-tool.ts';
import { modelList } from './model-list.ts';
import type { SocketAsked } from './parts/drive.ts';
import type { Path } from './path.ts';
import { pathOf } from './paths.ts';
import { socketChat } from './socket-chat.ts';
import { subagent } from './subagent.ts';

type Answers = Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => unknown>>;

/** The end of a path, and the methods that it called. */
async function asked({ drive }: Path, answers: Answers): Promise<{ text: string; methods: string[] }> {
  const door = drive.door?.({ provider: 'google', model: null, agent: 'main' });
  if (door?.by !== 'socket') throw new Error('no door of the WebSocket');
  const methods: string[] = [];
  const text = await door.ask(async (method, params) => {
    methods.push(method);
    const answer = answers[method];
    return answer ? answer(params) : {};
  });
  return { text, methods };
}

describe('a job of the scheduler', () => {
  /** A scheduler that keeps jobs, each run of which ends as given. */
  const scheduler = (...runs: readonly object[]) => {
    const jobs: object[] = [];
    const ended: object[] = [];
    return {
      'cron.list': () => ({ jobs }),
      'cron.add': ({ name }: Readonly<Record<string, unknown>>) => {
        jobs.push({ id: 'j', name });
        return { id: 'j' };
      },
      'cron.run': () => void ended.unshift({ ts: ended.length, ...runs[ended.length] }),
      'cron.runs': () => ({ entries: ended.slice(0, 1) }),
    };
  };
  const WAITS = ['cron.runs', 'cron.run', 'cron.runs'];

  it('is added once, and runs each time that it is taken', async () => {
    const kept = scheduler({ status: 'ok', summary: 'OK' }, { status: 'error', error: '401 Unauthorized' });
    const first = await asked(cronJob, kept);
    expect(first).toEqual({ text: 'OK', methods: ['cron.list', 'cron.add', ...WAITS] });
    const again = await asked(cronJob, kept);
    expect(again).toEqual({ text: '401 Unauthorized', methods: ['cron.list', ...WAITS] });
  });

  it('ends with the reason of a run that failed', async () => {
    const { text } = await asked(cronJob, scheduler({ status: 'error', error: 'No API key found' }));
    expect(text).toBe('No API key found');
  });
});

describe('a turn for which a model is picked', () => {
  const asked = { provider: 'google', model: null, agent: 'main', namedModel: 'google/other' };
  const unnamed = { provider: 'google', model: null, agent: 'main' };
  const answers: Answers = {
    'chat.send': () => ({ runId: 'r' }),
    'agent.wait': () => ({ status: 'ok' }),
    'chat.history': () => ({ messages: [{ role: 'assistant', content: 'OK' }] }),
  };

  it('has it set for its session before the message is sent', async () => {
    const door = socketChat.drive.door?.(asked);
    const calls: [string, unknown][] = [];
    await (door as SocketAsked).ask(async (method, params) => {
      calls.push([method, params]);
      return answers[method]?.(params) ?? {};
    });
    expect(calls.map(([method]) => method).slice(0, 2)).toEqual(['sessions.patch', 'chat.send']);
    expect(calls[0]?.[1]).toEqual({ key: 'agent:main:conformance', model: 'google/other' });
    const line = shellLine(socketChat, asked);
    expect(line).toMatch(
      /^openclaw gateway call sessions\.patch --params ".*google\/other.*" && openclaw gateway call chat\.send /,
    );
    expect(shellLine(socketChat, unnamed)).not.toContain('sessions.patch');
  });

  it('names it in a header of its request over HTTP', () => {
    expect(httpResponses.drive.door?.(asked)).toMatchObject({
      headers: { 'x-openclaw-model': 'google/other' },
    });
    expect(shellLine(httpResponses, asked)).toContain('x-openclaw-model: google/other');
    expect(shellLine(httpResponses, unnamed)).not.toContain('x-openclaw-model');
    // A model that a command on a picture names is in no header.
    const named = { ...asked, model: 'google/other' };
    expect(shellLine(pathOf('telegram-photo'), named)).not.toContain('header');
  });
});

describe('a picture that a tool makes in the background', () => {
  const started = { ok: true, output: { content: [{ type: 'text', text: 'Background task started.' }] } };
  const ended = (task: object, invoked: object = started) =>
    asked(imageGenerationTool, {
      'tools.invoke': () => invoked,
      'tasks.list': ({ sessionKey }) => ({ tasks: sessionKey === 'agent:main:pictures' ? [task] : [] }),
    });

  it('is there when its task is done', async () => {
    expect((await ended({ status: 'completed' })).text).toBe('OK');
  });

  it('is missing for the reason that the task failed with, or for which the tool was not called', async () => {
    const reason = 'No API key found for provider "openai"';
    expect((await ended({ status: 'failed', error: reason })).text).toBe(reason);
    const refused = { ok: false, error: { code: 'not_found', message: 'Tool not available' } };
    const { text, methods } = await ended({ status: 'completed' }, refused);
    expect(text).toBe('Tool not available');
    expect(methods).toEqual(['tools.invoke']);
  });
});

describe('a turn of a subagent', () => {
  const parent = {
    'chat.send': () => ({ runId: 'r' }),
    'agent.wait': () => ({ status: 'ok' }),
    'sessions.list': () => ({ sessions: [{ key: 'agent:main:main' }, { key: 'agent:main:subagent:1' }] }),
  };

  it('ends with what the subagent answered, whatever its parent did', async () => {
    const history = ({ sessionKey }: Readonly<Record<string, unknown>>) => ({
      messages: [
        sessionKey === 'agent:main:subagent:1'
          ? { role: 'assistant', errorMessage: '401 Unauthorized' }
          : { role: 'assistant', content: 'OK' },
      ],
    });
    const { text } = await asked(subagent, { ...parent, 'chat.history': history });
    expect(text).toBe('401 Unauthorized');
  });
});

describe('a heartbeat', () => {
  /** A gateway whose heartbeats are told of one after the other, once somebody wakes the agent. */
  const waking = (before: object | null, ...events: readonly object[]): Answers => {
    const left = [...events];
    let last = before;
    let isAwake = false;
    return {
      wake() {
        isAwake = true;
        return { ok: true };
      },
      'last-heartbeat'() {
        if (isAwake) last = left.shift() ?? last;
        return last;
      },
    };
  };
  const answered = { ts: 2, status: 'skipped', reason: 'target-none', preview: 'OK' };

  it('ends with its answer, though nobody is given it, and not with the one before', async () => {
    const { text, methods } = await asked(heartbeat, waking({ ...answered, ts: 1 }, answered));
    expect(text).toBe('OK');
    expect(methods).toEqual(['last-heartbeat', 'wake', 'last-heartbeat']);
  });

  it('is waited for where it is put off', async () => {
    const busy = { ts: 1, status: 'skipped', reason: 'requests-in-flight' };
    expect((await asked(heartbeat, waking(null, busy, answered))).text).toBe('OK');
  });

  it('ends with the reason why it has no answer', async () => {
    const failed = { ts: 1, status: 'failed', reason: 'No API key found for provider "google"' };
    expect((await asked(heartbeat, waking(null, failed))).text).toContain('No API key found');
    const empty = { ts: 1, status: 'skipped', reason: 'empty-heartbeat-file' };
    expect((await asked(heartbeat, waking(null, empty))).text).toContain('empty-heartbeat-file');
  });

  it.each([
    [
      'comes before a turn in the main session',
      null,
      ['last-heartbeat', 'last-heartbeat', 'wake', 'last-heartbeat'],
    ],
    ['is not made again where one came before', answered, ['last-heartbeat']],
  ])('%s', async (_what, before, methods) => {
    const door = afterHeartbeat.drive.door?.({ provider: 'google', model: null, agent: 'main' });
    const answers = waking(before, { ...answered, ts: 3 });
    const called: string[] = [];
    await (door as SocketAsked).before?.(async (method, params) => {
      called.push(method);
      return answers[method]?.(params);
    });
    expect(called).toEqual(methods);
    const line = shellLine(afterHeartbeat, { provider: 'google', model: null, agent: 'main' });
    expect(line).toMatch(/^openclaw system event .*--mode now && openclaw gateway call chat\.send /);
    expect(line).toContain('agent:main:main');
  });
});

describe('what a gateway reports of credentials', () => {
  const status = (path: Path, answer: object) =>
    path.readReport?.(JSON.stringify(answer), 'google', null).status;

  it.each([
    ['static', 'present'],
    ['ok', 'present'],
    ['missing', 'missing'],
    ['expired', 'unclear'],
  ])('is by models.authStatus %s: %s', (said, means) => {
    expect(status(authStatus, { providers: [{ provider: 'google', status: said }] })).toBe(means);
  });

  it('is by models.authStatus a word for each stored profile, and for the provider', () => {
    const profiles = [{ profileId: 'google:a', type: 'oauth', status: 'ok' }];
    const answer = { providers: [{ provider: 'google', status: 'expired', profiles }] };
    expect(authStatus.readReport?.(JSON.stringify(answer), 'google', null).health).toEqual({
      profiles: [{ profileId: 'google:a', word: 'ok' }],
      provider: 'expired',
    });
  });

  it('is nothing by config.get, which ends where it shows no configuration', () => {
    const end = (stdout: string) => ({ stdout, stderr: '', exitCode: 0, thrown: null });
    expect(status(configView, { hash: 'a', config: {} })).toBeNull();
    expect(configView.readEnd(end('{"hash":"a","config":{}}'), [], 'google')).toEqual({ kind: 'answer' });
    expect(configView.readEnd(end('{"error":"denied"}'), [], 'google').kind).toBe('failure');
  });

  it('is nothing where the provider is not named', () => {
    expect(status(authStatus, { providers: [{ provider: 'openai', status: 'missing' }] })).toBeNull();
    expect(status(modelList, { models: [{ provider: 'google' }] })).toBeNull();
    expect(status(chatStartup, { sessionKey: 'agent:main:main' })).toBeNull();
  });

  it.each([
    [[true], 'present'],
    [[false], 'missing'],
    [[true, false], 'unclear'],
  ])('is by models.list, with models available %o, %s', (available, means) => {
    const models = available.map((each) => ({ provider: 'google', available: each }));
    expect(status(modelList, { models })).toBe(means);
    expect(status(chatStartup, { sessionKey: 's', metadata: { models } })).toBe(means);
  });
});
