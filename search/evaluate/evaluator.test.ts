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

it('starts the driver of its gateway worker when that is first asked, once, and disposes of it', async () => {
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
        gatewayStarts: () => 1,
        [Symbol.asyncDispose]: async () => {
          disposed += 1;
        },
      };
    },
  });
  expect(started).toBe(2);
  const observe = evaluator.gatewayWorker.warm('embedded');
  await Promise.all([observe(first!, ['chat']), observe(second!, ['chat'])]);
  expect(started).toBe(3);
  expect(evaluator.gatewayStarts()).toBe(3);
  await evaluator[Symbol.asyncDispose]();
  expect(disposed).toBe(3);
});
