/** Promises of `openclaw@2026.9.6:docs/tools/minimax-search.md`: the key of a web search by MiniMax. */
import { promisesOf } from '../documented-promise.ts';

export const minimaxSearch = promisesOf(
  { document: 'tools/minimax-search.md', slug: 'minimax-search', from: '2026.7.1-2' },
  [
    {
      id: 'order-of-variables',
      heading: 'Get a Token Plan credential',
      about: ['checked in that order'],
      kind: 'order',
      paths: ['web-search', 'search-tool'],
      rule: 'Web search sends the key of the first of its variables that is set, in the order of the document.',
      judged: { by: ['search-order'] },
    },
  ],
);
