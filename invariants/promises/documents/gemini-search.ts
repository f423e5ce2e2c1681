/** Promises of `openclaw@2026.9.6:docs/tools/gemini-search.md`: the key of a web search by Gemini. */
import { promisesOf } from '../documented-promise.ts';

export const geminiSearch = promisesOf(
  { document: 'tools/gemini-search.md', slug: 'gemini-search', from: '2026.5.22' },
  [
    {
      id: 'order-of-keys',
      heading: 'Config',
      about: ['credential precedence'],
      kind: 'order',
      paths: ['web-search', 'search-tool'],
      rule: 'Web search sends its own key, else the one of the environment, else the one of the entry.',
      judged: { by: ['search-order'] },
    },
  ],
);
