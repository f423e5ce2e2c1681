/** Promises of `openclaw@2026.9.6:docs/tools/subagents/tool-reference.md`: the model, and so the credentials, of subagents. */
import { promisesOf } from '../documented-promise.ts';

export const subagents = promisesOf(
  {
    document: 'tools/subagents/tool-reference.md',
    earlier: ['tools/subagents.md'],
    slug: 'subagents',
    from: '2026.3.2',
  },
  [
    {
      id: 'given-model-is-asked',
      heading: 'Tool: `sessions_spawn`',
      earlierHeadings: ['Tool'],
      about: ['unless you set', 'agents.defaults.subagents.model'],
      kind: 'selection',
      paths: ['subagent'],
      rule: 'Subagents ask the model that the configuration gives them, and without one the model of their caller.',
      judged: { by: ['helper-model'] },
    },
  ],
);
