import { expect, it } from 'vitest';
import { z } from 'zod';
import { callJson, StepUndone } from './host-actions.ts';

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
