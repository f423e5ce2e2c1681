/** Promises of `openclaw@2026.9.6:docs/web/control-ui/feature-reference.md`: what the control page tells of credentials. */
import { promisesOf } from '../documented-promise.ts';

export const controlUi = promisesOf(
  {
    document: 'web/control-ui/feature-reference.md',
    earlier: ['web/control-ui.md'],
    slug: 'control-ui',
    from: '2026.8.1',
  },
  [
    {
      id: 'auth-state',
      heading: 'Feature and RPC reference',
      earlierHeadings: ['What it can do (today)'],
      about: ['auth state', 'models.authStatus'],
      kind: 'status',
      paths: ['auth-status'],
      rule: 'The page shows the state of the credentials of each configured provider, by `models.authStatus`.',
      judged: { by: ['status-agrees', 'health-word'] },
    },
  ],
);
