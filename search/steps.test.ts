/** A search over steps, on a stand-in that forgets a key once it was replaced. */
import { expect, it } from 'vitest';
import { run, standIn } from '../test-support/stand-in.ts';

const FORGETS = standIn((value, path, _lane, _isFresh, before = []) =>
  path === 'image' && before.some((step) => step.do === 'rotate') && value.steps
    ? { requests: [], outcome: { kind: 'failure', class: 'no-credential', message: 'No API key found' } }
    : null,
);

it('finds a fault that only steps show by default, and shrinks it to them', async () => {
  const result = await run(FORGETS, { cases: 100, steps: null });
  const found = result.findings.filter(({ law }) => law === 'same-again');
  expect(found.map(({ fingerprint }) => `${fingerprint}`)).toContainEqual(
    expect.stringMatching(/^same-again \| google \| image: first sends \w+, again no-credential$/),
  );
  const [finding] = found;
  expect(finding?.status).toBe('new');
  expect(finding?.case.steps?.map((step) => step.do)).toEqual(['take', 'rotate', 'take']);
});
