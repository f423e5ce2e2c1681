/** Promises of `openclaw@2026.9.6:docs/providers/github-copilot.md`: credentials of GitHub Copilot. */
import { promisesOf } from '../documented-promise.ts';

export const githubCopilot = promisesOf(
  { document: 'providers/github-copilot.md', slug: 'github-copilot', from: '2026.3.2' },
  [
    {
      id: 'variable',
      heading: null,
      about: ['COPILOT_GITHUB_TOKEN'],
      from: '2026.5.22',
      kind: 'resolution',
      paths: 'all',
      rule: "The provider's variable serves without a profile.",
      judged: { by: ['usable-is-used'] },
    },
    {
      id: 'stored-token-exchanged',
      heading: null,
      about: ['exchange', 'copilot'],
      to: '2026.7.1-2',
      kind: 'refresh',
      paths: 'all',
      rule: 'The GitHub token is exchanged for one of the API.',
      judged: { by: ['right-kind'] },
    },
    {
      id: 'embedding-token',
      heading: 'Memory search embeddings',
      about: ['COPILOT_GITHUB_TOKEN'],
      from: '2026.5.22',
      kind: 'resolution',
      paths: ['memory', 'embedding'],
      rule: 'Embeddings take the same token.',
      judged: { by: ['usable-is-used'] },
    },
  ],
);
