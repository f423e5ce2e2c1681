import { expect, it } from 'vitest';
import { z } from 'zod';
import type { CallMethod } from '../../paths/parts/drive.ts';
import type { WorkerProcess } from '../worker/worker-process.ts';
import { askBySocket, callGateway } from './rpc-door.ts';

const SUBJECT = { version: '2026.9.6', root: '', main: '', runsWarm: true, command: '' };

/** A stand-in of a warm process. */
function workerThat(send: WorkerProcess['send']): WorkerProcess {
  const worker: WorkerProcess = {
    recycle: async () => {},
    close: async () => {},
    closing: new AbortController().signal,
    another: () => worker,
    send,
  };
  return worker;
}

it('calls a method by the command of the build, and waits longer than the command does', async () => {
  const sent: { argv: string[]; folder: string; timeoutMs: number }[] = [];
  const worker = workerThat(async (request, timeoutMs) => {
    if (request.kind !== 'command') throw new Error(request.kind);
    sent.push({ argv: request.argv, folder: request.folder, timeoutMs });
    return { kind: 'timed-out', tail: 'no answer' };
  });
  const params = { sessionKey: 'agent:main:a', message: 'two words' };
  const caller = { subject: SUBJECT, worker, environment: {}, folder: '/home' };
  const end = await callGateway(caller, { method: 'agent', params, waitsForEnd: true }, 1000);
  expect(end).toEqual({ kind: 'timed-out', tail: 'no answer' });
  const [{ argv, folder, timeoutMs } = { argv: [], folder: '', timeoutMs: 0 }] = sent;
  expect(argv.slice(0, 3)).toEqual(['gateway', 'call', 'agent']);
  expect(JSON.parse(argv[argv.indexOf('--params') + 1] ?? '')).toEqual(params);
  expect(argv[argv.indexOf('--timeout') + 1]).toBe('1000');
  expect(argv).toContain('--expect-final');
  expect(folder).toBe('/home');
  expect(timeoutMs).toBeGreaterThan(1000);
});

it('ends with a refusal where an answer has another form than the method is documented with', async () => {
  const worker = workerThat(async () => ({
    kind: 'reply',
    reply: { id: 1, stdout: '{"rows":[]}', stderr: '', exitCode: 0, thrown: null },
  }));
  const asked = {
    by: 'socket',
    ask: async (call: CallMethod) =>
      z.object({ models: z.string() }).parse(await call('models.list', {})).models,
  } as const;
  const end = await askBySocket({ subject: SUBJECT, worker, environment: {}, folder: '/home' }, asked, 1000);
  expect(end).toMatchObject({ kind: 'reply', status: 500 });
  expect(end).toHaveProperty('text', expect.stringContaining('models'));
});

it('takes a connection that ended before it was made for a crash, and asks once', async () => {
  const endOf = async (stderr: string) => {
    let count = 0;
    const worker = workerThat(async () => {
      count += 1;
      return { kind: 'reply', reply: { id: 1, stdout: '', stderr, exitCode: 1, thrown: null } };
    });
    const caller = { subject: SUBJECT, worker, environment: {}, folder: '/home' };
    const { kind } = await callGateway(caller, { method: 'cron.list', params: {} }, 1000);
    return { count, kind };
  };
  expect(await endOf('gateway connect failed: Error: gateway closed (1000): \n')).toEqual({
    count: 1,
    kind: 'crashed',
  });
  const refused = 'gateway connect failed: Error: gateway closed (1008): pairing required\n';
  expect(await endOf(refused)).toEqual({ count: 1, kind: 'reply' });
  expect(await endOf('Gateway call failed: Error: gateway closed (1012): service restart\n')).toMatchObject({
    kind: 'reply',
  });
});
