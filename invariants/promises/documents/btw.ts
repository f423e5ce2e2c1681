/** Promises of `openclaw@2026.9.6:docs/tools/btw.md`: the model, and so the credentials, of a side question. */
import { promisesOf } from '../documented-promise.ts';

export const sideQuestions = promisesOf({ document: 'tools/btw.md', slug: 'btw', from: '2026.5.22' }, [
  {
    id: 'session-model-is-asked',
    heading: null,
    about: ['one-shot question', "session's actual model"],
    from: '2026.8.1',
    kind: 'selection',
    paths: ['side-question'],
    rule: 'A side question asks the model of the conversation that it stands beside.',
    judged: { by: ['same-credential', 'same-failure'] },
  },
]);
