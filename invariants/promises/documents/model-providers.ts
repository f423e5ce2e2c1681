/** Promises of `openclaw@2026.9.6:docs/concepts/model-providers/official-provider-plugins.md`: credentials of providers that have no page of their own. */
import { promisesOf } from '../documented-promise.ts';

export const modelProviders = promisesOf(
  {
    document: 'concepts/model-providers/official-provider-plugins.md',
    earlier: ['concepts/model-providers.md'],
    slug: 'model-providers',
    from: '2026.3.2',
  },
  [
    {
      id: 'vertex-default-credentials',
      heading: 'Google Vertex and Gemini CLI runtime',
      earlierHeadings: ['Google Vertex and Gemini CLI', 'Google Vertex, Antigravity, and Gemini CLI'],
      about: ['Vertex', 'gcloud'],
      kind: 'resolution',
      paths: 'all',
      rule: "Google's default credentials serve Google Vertex.",
      judged: { by: ['usable-is-used', 'documented-precedence'] },
    },
  ],
);
