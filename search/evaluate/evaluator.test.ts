import { expect, it } from 'vitest';
import { DEFAULT_TARGET } from '../../gateway/versions/default-target.ts';
import { plainCase } from '../../generators/plain-case.ts';
import { observation } from '../../test-support/conforming.ts';
import { createEvaluator } from './evaluator.ts';

const subject = { version: DEFAULT_TARGET, root: '', main: '', runsWarm: true, command: '' };
const [first, second] = (['live', 'stale'] as const).map((holds) =>
  plainCase({
    id: 'google',
    environment: [{ name: 'GEMINI_API_KEY', layer: 'process', holds, shape: 'plain' }],
  }),
);

it('starts the driver of its cold worker when that is first asked, once, and disposes of it', async () => {
  let started = 0;
  let disposed = 0;
  const evaluator = await createEvaluator(subject, 2, {
    async start() {
      started += 1;
      return {
        subject,
        observe: async (_, path) => observation(path),
        observeSteps: async () => [],
        refresh: async () => {},
        forgetHomes: async () => {},
        gatewayStarts: () => 1,
        [Symbol.asyncDispose]: async () => {
          disposed += 1;
        },
      };
    },
  });
  expect(started).toBe(2);
  const observe = evaluator.coldWorker.warm('embedded');
  await Promise.all([observe(first!, ['chat']), observe(second!, ['chat'])]);
  expect(started).toBe(3);
  expect(evaluator.gatewayStarts()).toBe(3);
  await evaluator[Symbol.asyncDispose]();
  expect(disposed).toBe(3);
});

it('begins each fresh command with a home that is made for it, and no warm one', async () => {
  const acts: string[] = [];
  await using evaluator = await createEvaluator(subject, 1, {
    reference: 'command',
    start: async () => ({
      subject,
      async observe(_, path, lane) {
        acts.push(`${path} by ${lane}`);
        return observation(path);
      },
      observeSteps: async () => [],
      refresh: async () => {},
      async forgetHomes() {
        acts.push('homes forgotten');
      },
      gatewayStarts: () => 0,
      [Symbol.asyncDispose]: async () => {},
    }),
  });
  await evaluator.worker(0).warm('embedded')(first!, ['chat']);
  await evaluator.worker(0).fresh('cli')(first!, ['chat', 'image']);
  const forgotten = 'homes forgotten';
  expect(acts).toEqual(['chat by embedded', forgotten, 'chat by cli', forgotten, 'image by cli']);
});
