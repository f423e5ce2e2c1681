/** Promises of `openclaw@2026.9.6:docs/providers/sglang.md`: credentials of SGLang. */
import { promisesOf } from '../documented-promise.ts';

export const sglang = promisesOf({ document: 'providers/sglang.md', slug: 'sglang', from: '2026.3.13' }, [
  {
    id: 'any-value-opts-in',
    heading: null,
    about: ['SGLANG_API_KEY'],
    kind: 'selection',
    paths: 'all',
    rule: 'Any value of the variable opts in where the server wants none.',
    judged: { by: ['usable-is-used'] },
  },
  {
    id: 'real-key-in-entry',
    heading: null,
    about: ['real API key'],
    kind: 'resolution',
    paths: 'all',
    rule: 'A server with a key of its own is given it in the entry.',
    judged: { by: ['usable-is-used'] },
  },
]);
