import { expect, it } from 'vitest';
import { ALL_LAWS, HOME_LAWS } from '../invariants/laws.ts';
import { lawsPage } from './laws-page.ts';

/** `vitest run --project unit reports/laws-page -u` writes it anew. */
it('the published page of laws is the list', async () => {
  await expect(lawsPage(ALL_LAWS, HOME_LAWS)).toMatchFileSnapshot('../docs/laws.md');
});
