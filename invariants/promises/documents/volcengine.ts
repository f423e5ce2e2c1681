/** Promises of `openclaw@2026.9.6:docs/providers/volcengine.md`: two providers with one account. */
import { promisesOf } from '../documented-promise.ts';

export const volcengine = promisesOf(
  { document: 'providers/volcengine.md', slug: 'volcengine', from: '2026.5.22' },
  [
    {
      id: 'one-key-for-both',
      heading: 'Getting started',
      about: ['single API key'],
      kind: 'resolution',
      paths: 'all',
      rule: 'The coding plan is a provider of its own, and takes the key that is stored for the general provider.',
      judged: { by: ['usable-is-used'] },
    },
  ],
);
