/**
 * Cases in which nothing names who searches the web, and two providers could: seldom, where chance would draw two of the few once in
 * hundreds of cases.
 *
 * @source openclaw@2026.9.6:docs/tools/web.md ("Auto-detection")
 */
import fc from 'fast-check';
import { oneIn } from './axes/weighted.ts';
import type { Case } from './case.ts';
import { type ProviderId, providerOf } from './providers/catalog.ts';
import { withUsualKey } from './usual-key.ts';

/** One case in so many. */
const ONE_IN = 60;

/** The same cases, but for some. What is drawn for it comes last, so that a seed draws the other cases as before. */
export function withRivals(cases: fc.Arbitrary<Case>, providers: readonly ProviderId[]): fc.Arbitrary<Case> {
  const searchers = providers.filter(
    (id) => providerOf(id).ownModels?.['web-search'] && providerOf(id).environmentVariables.length > 0,
  );
  if (searchers.length < 2) return cases;
  const two = fc.uniqueArray(fc.constantFrom(...searchers), { minLength: 2, maxLength: 2 });
  return fc.tuple(cases, oneIn(ONE_IN), two).map(([value, isChosen, [first, second]]): Case => {
    if (!isChosen || value.steps !== null) return value;
    const beside = { searchKey: null, mediaPin: null, mediaSelection: 'automatic' } as const;
    return { ...value, ...beside, provider: withUsualKey(first!), otherProvider: withUsualKey(second!) };
  });
}
