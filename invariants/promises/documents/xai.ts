/** Promises of `openclaw@2026.9.6:docs/providers/xai.md`: credentials of xAI. */
import { promisesOf } from '../documented-promise.ts';

export const xai = promisesOf({ document: 'providers/xai.md', slug: 'xai', from: '2026.5.22' }, [
  {
    id: 'api-key',
    heading: 'Setup',
    about: ['XAI_API_KEY'],
    from: '2026.4.5',
    kind: 'resolution',
    paths: 'all',
    rule: 'An API key serves, from its variable or a profile.',
    judged: { by: ['usable-is-used'] },
  },
  {
    id: 'oauth-needs-no-key',
    heading: null,
    about: ['does not require an xai api key'],
    kind: 'resolution',
    paths: 'all',
    rule: 'A subscription serves without a key.',
    judged: { by: ['usable-is-used'] },
  },
  {
    id: 'usage-of-login',
    heading: 'Setup',
    about: ['API-key-only'],
    from: '2026.9.6',
    kind: 'selection',
    paths: ['usage'],
    rule: 'Usage is told of a login, and of no key.',
    judged: { by: ['right-kind', 'same-credential', 'same-failure'] },
  },
  {
    id: 'profile-trouble-is-told',
    heading: 'OAuth troubleshooting',
    about: ['could not be resolved'],
    from: '2026.9.6',
    kind: 'refresh',
    paths: 'all',
    rule: 'A profile that cannot be refreshed is named in the log.',
    judged: { not: 'the log is not read' },
  },
]);
