/** Promises of `openclaw@2026.9.6:docs/gateway/openresponses-http-api.md`: the model of a turn over HTTP. */
import { promisesOf } from '../documented-promise.ts';

export const openresponses = promisesOf(
  { document: 'gateway/openresponses-http-api.md', slug: 'openresponses', from: '2026.5.22' },
  [
    {
      id: 'header-overrides-model',
      heading: null,
      about: ['x-openclaw-model', "override the selected agent's backend model"],
      from: '2026.4.5',
      kind: 'selection',
      paths: ['http-responses'],
      rule: "A turn whose request names a model in the header `x-openclaw-model` asks that model in place of its agent's.",
      judged: { by: ['session-model'] },
    },
  ],
);
