/** Paths that a running gateway alone has, with a gateway that answers as given. */
import { describe, expect, it } from 'vitest';
import { authStatus } from './auth-status.ts';
import { cronJob } from './cron-job.ts';
import { modelList } from './model-list.ts';
import type { Path } from './path.ts';
import { subagent } from './subagent.ts';

type Answers = Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => unknown>>;

/** The end of a path, and the methods that it called. */
async function asked({ drive }: Path, answers: Answers): Promise<{ text: string; methods: string[] }> {
  const door = drive.door?.({ provider: 'google', model: null, agent: 'main' });
  if (door?.by !== 'socket') throw new Error('no door of the WebSocket');
  const methods: string[] = [];
  const text = await door.ask(async (method, params) => {
    methods.push(method);
    return answers[method]?.(params) ?? {};
  });
  return { text, methods };
}

describe('a job of the scheduler', () => {
  const job = (run: object) => ({ 'cron.add': () => ({ id: 'j' }), 'cron.runs': () => ({ entries: [run] }) });

  it('is added, run once, and removed', async () => {
    const { text, methods } = await asked(cronJob, job({ status: 'ok', summary: 'OK' }));
    expect(text).toBe('OK');
    expect(methods).toEqual(['cron.add', 'cron.run', 'cron.runs', 'cron.remove']);
  });

  it('ends with the reason of a run that failed', async () => {
    const { text } = await asked(cronJob, job({ status: 'error', error: 'No API key found' }));
    expect(text).toBe('No API key found');
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

describe('what a gateway reports of credentials', () => {
  const status = (path: Path, answer: object) => path.readReport?.(JSON.stringify(answer), 'google').status;

  it.each([
    ['static', 'present'],
    ['ok', 'present'],
    ['missing', 'missing'],
    ['expired', 'unclear'],
  ])('is by models.authStatus %s: %s', (said, means) => {
    expect(status(authStatus, { providers: [{ provider: 'google', status: said }] })).toBe(means);
  });

  it('is nothing where the provider is not named', () => {
    expect(status(authStatus, { providers: [{ provider: 'openai', status: 'missing' }] })).toBeNull();
    expect(status(modelList, { models: [{ provider: 'google' }] })).toBeNull();
  });

  it.each([
    [[true], 'present'],
    [[false], 'missing'],
    [[true, false], 'unclear'],
  ])('is by models.list, with models available %o, %s', (available, means) => {
    const models = available.map((each) => ({ provider: 'google', available: each }));
    expect(status(modelList, { models })).toBe(means);
  });
});
