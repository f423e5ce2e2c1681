/** Promises of `openclaw@2026.9.6:docs/providers/vllm.md`: credentials of vLLM. */
import { promisesOf } from '../documented-promise.ts';

export const vllm = promisesOf({ document: 'providers/vllm.md', slug: 'vllm', from: '2026.3.2' }, [
  {
    id: 'any-value-opts-in',
    heading: null,
    about: ['VLLM_API_KEY'],
    kind: 'selection',
    paths: 'all',
    rule: 'Any value of the variable opts in where the server wants none.',
    judged: { by: ['usable-is-used'] },
  },
  {
    id: 'entry-disables-discovery',
    heading: null,
    about: ['auto-discovery'],
    kind: 'selection',
    paths: 'all',
    rule: "An entry of the user's own stops discovery.",
    judged: { not: "the list of models is not compared with the server's" },
  },
]);
