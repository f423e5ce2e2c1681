import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { PACKAGE_ROOT } from '../support/package-root.ts';
import { PLANTED_IN_TESTS } from '../test-support/faults-in-tests.ts';
import { plantedFaults } from '../test-support/planted-faults.ts';
import { promiseFaultsPage } from './promise-faults-page.ts';

vi.setConfig({ testTimeout: 300_000 });

/** `vitest run --project unit reports/promise-faults-page -u` writes the page anew. */
it('each judged promise has a fault that its law finds', async () => {
  const faults = [...plantedFaults()].map(([{ id: promise }, planted]) => {
    const test = PLANTED_IN_TESTS[promise];
    if (planted) return { promise, planted };
    return { promise, planted: test ? { fault: test.name, found: test.file } : null };
  });
  const without = faults.filter(({ planted }) => planted === null).map(({ promise }) => promise);
  expect(without).toEqual([]);
  await expect(promiseFaultsPage(faults)).toMatchFileSnapshot('../docs/promise-faults.md');
});

it('a fault that is said to be planted in a test is the name of one there', () => {
  const missing = Object.values(PLANTED_IN_TESTS).filter(
    ({ file, name }) => !readFileSync(path.join(PACKAGE_ROOT, file), 'utf8').includes(`'${name}'`),
  );
  expect(missing).toEqual([]);
});
