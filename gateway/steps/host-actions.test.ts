import { expect, it } from 'vitest';
import { z } from 'zod';
import { callJson, doneOf, StepUndone } from './host-actions.ts';

it('an answer of another form leaves its step undone, and ends no search', async () => {
  const now = {} as Parameters<typeof callJson>[1];
  const asked = (stdout: string) =>
    callJson(
      { call: async () => ({ kind: 'done', stdout }) },
      now,
      ['config.get', {}],
      z.object({ hash: z.string() }),
    );
  expect(await asked('a line of the log\n{"hash": "abc"}\n')).toEqual({ hash: 'abc' });
  for (const other of ['', 'no JSON {', '{"digest": "abc"}'])
    await expect(asked(other)).rejects.toThrow(StepUndone);
});

it('a call that failed is told by the line that says why, and another command by its last one', () => {
  const ended = (stderr: string) =>
    doneOf({ kind: 'reply', reply: { stdout: '', stderr, exitCode: 1, thrown: null } });
  const closed = 'Gateway call failed: Error: gateway closed (1012): service restart\nBind: loopback\n';
  expect(ended(closed)).toEqual({ kind: 'undone', why: 'Error: gateway closed (1012): service restart' });
  expect(ended('no\nunknown command\n')).toEqual({ kind: 'undone', why: 'unknown command' });
});
