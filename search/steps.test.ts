/** A search over steps, on a stand-in that forgets a key once it was replaced. */
import { expect, it } from 'vitest';
import { type Fault, noCredential, run, standIn, standInOnDrivers } from '../test-support/stand-in.ts';

const forgets: Fault = (value, path, _lane, _isFresh, before = []) =>
  path === 'image' && before.some((step) => step.do === 'rotate') && value.steps ? noCredential : null;
const FORGETS = standIn(forgets);

it('finds a fault that only steps show by default, and shrinks it to them', async () => {
  const result = await run(FORGETS, { cases: 160, steps: null });
  const found = result.findings.filter(({ law }) => law === 'same-again');
  expect(found.map(({ fingerprint }) => `${fingerprint}`)).toContainEqual(
    expect.stringMatching(/^same-again \| google \| image: first sends \w+, again no-credential$/),
  );
  const [finding] = found;
  expect(finding?.status).toBe('new');
  expect(finding?.case.steps?.map((step) => step.do)).toEqual(['take', 'rotate', 'take']);
});

it('tells apart what shows only in a process that ran other cases before, in either kind of steps', async () => {
  const carriedOver: Fault = (value, path, lane, isFresh, before) =>
    isFresh ? null : forgets(value, path, lane, isFresh, before);
  await using evaluator = await standInOnDrivers(carriedOver);
  const { findings } = await run(evaluator, { cases: 20, steps: 20, shrinkTries: 40 });
  const found = findings.filter(({ law }) => law === 'same-again');
  expect(found).not.toEqual([]);
  for (const { status, confirmedIn } of found) expect({ status, confirmedIn }).toEqual(FLAKY);
});

const FLAKY = { status: 'flaky', confirmedIn: null };
