/** Promises of `openclaw@2026.9.6:docs/cli/status.md`: whose credentials a report of usage is about. */
import { promisesOf } from '../documented-promise.ts';

export const statusCommand = promisesOf(
  { document: 'cli/status.md', slug: 'status-command', from: '2026.8.1' },
  [
    {
      id: 'usage-of-agent',
      heading: null,
      about: ['--agent <id>', '--usage'],
      kind: 'isolation',
      paths: ['usage'],
      rule: 'Usage is told of the profiles of the agent that the command names.',
      judged: { by: ['same-credential'] },
    },
    {
      id: 'owner-of-fleet',
      heading: 'Usage and quota',
      about: ['systemAgent.agentId'],
      kind: 'isolation',
      paths: ['usage'],
      rule: 'Among several agents without one that is named, usage is told of the profiles of the system agent.',
      judged: { not: 'a case that asks another agent than main names it in the command' },
    },
    {
      id: 'usage-timeout',
      heading: 'Usage and quota',
      about: ['exceed that bound report'],
      from: '2026.9.6',
      kind: 'status',
      paths: ['usage'],
      rule: 'A provider that answers too late is reported as such.',
      judged: { not: 'a slow provider of a case answers within each bound, and no case sets another' },
    },
  ],
);
