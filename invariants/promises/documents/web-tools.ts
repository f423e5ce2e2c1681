/** Promises of `openclaw@2026.9.6:docs/tools/web.md`: the provider, and so the key, that searches the web. */
import { promisesOf } from '../documented-promise.ts';

export const webTools = promisesOf({ document: 'tools/web.md', slug: 'web-tools', from: '2026.5.22' }, [
  {
    id: 'search-order',
    heading: 'Setting up web search',
    earlierHeadings: ['Auto-detection'],
    about: ['first one that is ready'],
    kind: 'order',
    paths: ['web-search', 'search-tool'],
    rule: 'Where no provider is named, the first of a fixed order that is ready searches.',
    judged: { by: ['search-order'] },
  },
]);
