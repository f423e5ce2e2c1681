import { expect, it } from 'vitest';
import { DEFAULT_TARGET } from '../../gateway/versions/default-target.ts';
import type { Step } from '../../generators/steps/step.ts';
import { isHomeCase } from '../../home-case/any-case.ts';
import type { Lane } from '../../observation/lane.ts';
import type { Observation } from '../../observation/observation.ts';
import type { PathName } from '../../observation/path-name.ts';
import { failed, observation, value } from '../../test-support/conforming.ts';
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

const take = (path: PathName) => ({ do: 'take', path }) as const;

/** The lanes in which the variants of steps are run; undefined: that of the run. */
async function lanesOfVariants(
  steps: Step[],
  lane: Lane,
  changes: Partial<Observation> = {},
): Promise<(Lane | undefined)[]> {
  const lanes: (Lane | undefined)[] = [];
  const observe: Observe = async (each, paths, own) => {
    if (!isHomeCase(each) && each.steps)
      return each.steps.flatMap((step, index) =>
        step.do === 'take' ? [observation(step.path, { lane, step: index, ...changes })] : [],
      );
    lanes.push(own);
    return paths.map((path) => observation(path, own ? { lane: own } : {}));
  };
  await judgeCase(observe, { ...value, steps }, DEFAULT_TARGET, ['chat', 'image']);
  return lanes;
}

it('what steps through a gateway are held against is run through one, too, in every lane of a run', async () => {
  const steps = [{ do: 'run-gateway' } as const, take('image'), take('chat')];
  expect(await lanesOfVariants(steps, 'gateway')).toEqual(['gateway']);
  expect(await lanesOfVariants(steps.slice(1), 'embedded')).toEqual(['embedded']);
});

it('steps that are held against nothing have no variant run', async () => {
  expect(await lanesOfVariants([take('chat'), take('chat')], 'embedded')).toEqual([]);
  const notStarted = { requests: [], outcome: failed('timed-out') };
  expect(await lanesOfVariants([take('image'), take('chat')], 'gateway', notStarted)).toEqual([]);
});
