/** Promises of `openclaw@2026.9.6:docs/providers/ollama.md`: credentials of Ollama. */
import { promisesOf } from '../documented-promise.ts';

export const ollama = promisesOf(
  {
    document: 'providers/ollama.md',
    earlier: ['providers/ollama/setup.md', 'providers/ollama/recipes.md'],
    slug: 'ollama',
    from: '2026.3.2',
  },
  [
    {
      id: 'marker-opts-in',
      heading: null,
      about: ['OLLAMA_API_KEY'],
      kind: 'selection',
      paths: 'all',
      rule: 'Any value of the variable opts in to a local server.',
      judged: { by: ['usable-is-used'] },
    },
    {
      id: 'cloud-key',
      heading: null,
      about: ['ollama-cloud'],
      from: '2026.5.22',
      kind: 'resolution',
      paths: 'all',
      rule: 'The hosted service has a provider id and a key of its own.',
      judged: { by: ['usable-is-used'] },
    },
    {
      id: 'custom-names-alike',
      heading: 'Auth rules',
      about: ['custom provider', 'ollama-remote'],
      from: '2026.5.22',
      kind: 'resolution',
      paths: 'all',
      rule: 'A server under another name follows the same rules of credentials.',
      judged: { by: ['same-credential', 'same-failure'] },
    },
    {
      id: 'prefix-is-stripped',
      heading: null,
      about: ['active provider prefix'],
      from: '2026.5.22',
      kind: 'selection',
      paths: 'all',
      rule: 'A server is asked for its model without the name of the provider before it.',
      judged: { by: ['same-failure'] },
    },
  ],
);
