/** Promises of `openclaw@2026.9.6:docs/providers/google.md`: credentials of Google. */
import { promisesOf } from '../documented-promise.ts';

export const google = promisesOf({ document: 'providers/google.md', slug: 'google', from: '2026.5.22' }, [
  {
    id: 'two-variables',
    heading: 'Getting started',
    about: ['GEMINI_API_KEY', 'GOOGLE_API_KEY'],
    from: '2026.4.5',
    kind: 'resolution',
    paths: 'all',
    rule: 'Either of two variables serves.',
    judged: { by: ['usable-is-used'] },
  },
  {
    id: 'daemon-reads-env',
    heading: 'Getting started',
    about: ['daemon', 'GEMINI_API_KEY'],
    from: '2026.4.5',
    kind: 'resolution',
    paths: 'all',
    rule: 'A service must be given the key in a place that it reads.',
    judged: { by: ['usable-is-used'] },
  },
]);
