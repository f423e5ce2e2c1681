/** Promises of `openclaw@2026.9.6:docs/concepts/compaction.md`: the model, and so the credentials, that summarizes a turn. */
import { promisesOf } from '../documented-promise.ts';

export const compactions = promisesOf(
  { document: 'concepts/compaction.md', slug: 'compaction', from: '2026.3.11' },
  [
    {
      id: 'given-model-is-asked',
      heading: 'Using a different model',
      earlierHeadings: ['Configuration'],
      about: ['agents.defaults.compaction.model', 'override accepts'],
      kind: 'selection',
      paths: ['compaction', 'compact-command'],
      rule: 'Compaction asks the model that the configuration gives it, and without one begins with that of the turn.',
      judged: { by: ['helper-model'] },
    },
    {
      id: 'given-model-is-exact',
      heading: 'Using a different model',
      about: ['agents.defaults.compaction.model', 'remains exact'],
      from: '2026.5.22',
      kind: 'rotation',
      paths: ['compaction', 'compact-command'],
      rule: 'Compaction that is given a model does not go on to the models that the session falls back on.',
      judged: { by: ['helper-model'] },
    },
    {
      id: 'any-chat-by-command',
      heading: 'Manual compaction',
      about: ['in any chat', 'force a compaction'],
      from: '2026.5.22',
      kind: 'selection',
      paths: ['compact-command'],
      rule: 'A person can have any conversation summarized by a command, and so one that is answered.',
      judged: { by: ['same-credential', 'same-failure'] },
    },
  ],
);
