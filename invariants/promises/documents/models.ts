/** Promises of `openclaw@2026.9.6:docs/concepts/models.md`: the model of a turn, and what its reference may say of credentials. */
import { promisesOf } from '../documented-promise.ts';

export const models = promisesOf({ document: 'concepts/models.md', slug: 'models', from: '2026.9.6' }, [
  {
    id: 'profile-of-model',
    heading: '`/model` in chat',
    about: ['auth-profile suffix'],
    kind: 'selection',
    paths: ['chat', 'completion'],
    rule: 'A configured primary model may name an auth profile after an at sign, which is no part of its id.',
    judged: { by: ['explicit-choice'] },
  },
  {
    id: 'alias-first',
    heading: '`/model` in chat',
    about: ['alias match first'],
    kind: 'selection',
    paths: ['chat', 'completion', 'compaction', 'probe', 'model-listing'],
    rule: 'A reference without a provider is an alias first, before it is the id of a model.',
    judged: { by: ['model-alias'] },
  },
]);
