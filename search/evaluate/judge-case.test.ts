import { expect, it } from 'vitest';
import { DEFAULT_TARGET } from '../../gateway/versions/default-target.ts';
import { observation, value } from '../../test-support/conforming.ts';
import type { Observe } from './evaluator.ts';
import { judgeCase } from './judge-case.ts';

async function runs(each: typeof value): Promise<number> {
  let count = 0;
  const observe: Observe = async (_, paths) => {
    count += 1;
    return paths.map((path) => observation(path));
  };
  await judgeCase(observe, each, DEFAULT_TARGET, ['chat', 'image']);
  return count;
}

it('a variant that equals its case is not run, and one that differs is', async () => {
  expect(await runs(value)).toBe(1);
  const other = { ...value.provider, id: 'openai' as const };
  expect(await runs({ ...value, otherProvider: other })).toBe(2);
});
