/** Promises of `openclaw@2026.9.6:docs/providers/anthropic.md`: credentials of Anthropic. */
import { promisesOf } from '../documented-promise.ts';

export const anthropic = promisesOf(
  { document: 'providers/anthropic.md', slug: 'anthropic', from: '2026.3.2' },
  [
    {
      id: 'api-key-route',
      heading: 'Getting started',
      about: ['ANTHROPIC_API_KEY'],
      kind: 'resolution',
      paths: 'all',
      rule: 'An API key serves, from its variable or a profile.',
      judged: { by: ['usable-is-used'] },
    },
    {
      id: 'shared-profiles',
      heading: 'Troubleshooting',
      about: ['shared auth profiles'],
      from: '2026.9.6',
      kind: 'inheritance',
      paths: 'all',
      rule: 'A new agent needs no key of its own where a shared profile can be used.',
      judged: { by: ['same-credential'] },
    },
    {
      id: 'token-may-expire',
      heading: 'Troubleshooting',
      about: ['token auth expires'],
      from: '2026.5.22',
      kind: 'refresh',
      paths: 'all',
      rule: 'A setup token may expire, and is not renewed.',
      judged: { by: ['documented-precedence'] },
    },
    {
      id: 'model-scoped-limits',
      heading: 'Troubleshooting',
      about: ['rate-limit cooldowns can be model-scoped'],
      from: '2026.4.5',
      kind: 'cooldown',
      paths: ['chat'],
      rule: 'A rate limit may concern one model.',
      judged: { not: 'a case asks each provider for one model of chat' },
    },
  ],
);
