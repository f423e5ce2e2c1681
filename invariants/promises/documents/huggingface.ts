/** Promises of `openclaw@2026.9.6:docs/providers/huggingface.md`: credentials of Hugging Face. */
import { promisesOf } from '../documented-promise.ts';

export const huggingface = promisesOf(
  { document: 'providers/huggingface.md', slug: 'huggingface', from: '2026.3.2' },
  [
    {
      id: 'variable-order',
      heading: null,
      about: ['takes precedence'],
      from: '2026.5.22',
      kind: 'order',
      paths: 'all',
      rule: "Of its two variables, the hub's own comes first.",
      judged: { by: ['documented-precedence'] },
    },
    {
      id: 'daemon-variable',
      heading: null,
      about: ['daemon', 'HF_TOKEN'],
      kind: 'resolution',
      paths: 'all',
      rule: 'A service must be given the token in a place that it reads.',
      judged: { by: ['usable-is-used'] },
    },
  ],
);
