import { expect, it } from 'vitest';
import { ALL_PROMISES } from '../invariants/promises/promises.ts';
import { promisesPage } from './promises-page.ts';

/** `vitest run --project unit reports/promises-page -u` writes it anew. */
it('the published page of promises is the list', async () => {
  await expect(promisesPage(ALL_PROMISES)).toMatchFileSnapshot('../docs/promises.md');
});
