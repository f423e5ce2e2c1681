/** Promises of `openclaw@2026.9.6:docs/gateway/configuration/hot-reload.md`: what a running gateway takes from a changed configuration. */
import { promisesOf } from '../documented-promise.ts';

export const hotReload = promisesOf(
  {
    document: 'gateway/configuration/hot-reload.md',
    earlier: ['gateway/configuration.md'],
    slug: 'hot-reload',
    from: '2026.3.2',
  },
  [
    {
      id: 'models-are-applied',
      heading: 'What hot-applies vs what needs a restart',
      about: ['agent & models'],
      kind: 'reload',
      paths: 'all',
      rule: 'What stands in the providers of models is in force without a restart, a first key among it.',
      judged: { by: ['fresh-state'] },
    },
  ],
);
