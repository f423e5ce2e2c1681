/** Promises of `openclaw@2026.9.6:docs/tools/grok-search.md`: the credential of a web search by Grok. */
import { promisesOf } from '../documented-promise.ts';

export const grokSearch = promisesOf(
  { document: 'tools/grok-search.md', slug: 'grok-search', from: '2026.7.1-2' },
  [
    {
      id: 'login-first',
      heading: null,
      about: ['prefers an existing xAI OAuth sign-in'],
      kind: 'order',
      paths: ['web-search', 'search-tool'],
      rule: 'Web search sends the login where there is one, before any key.',
      judged: { by: ['search-order'] },
    },
  ],
);
