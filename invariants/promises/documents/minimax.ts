/** Promises of `openclaw@2026.9.6:docs/providers/minimax.md`: credentials of MiniMax. */
import { promisesOf } from '../documented-promise.ts';

export const minimax = promisesOf({ document: 'providers/minimax.md', slug: 'minimax', from: '2026.3.2' }, [
  {
    id: 'two-providers',
    heading: null,
    about: ['minimax-portal', 'oauth'],
    kind: 'selection',
    paths: 'all',
    rule: 'Keys and subscriptions are two provider ids.',
    judged: { by: ['same-credential'] },
  },
  {
    id: 'speech-order',
    heading: 'Text-to-speech',
    about: ['auth resolution order'],
    from: '2026.7.1-2',
    kind: 'order',
    paths: ['speech'],
    rule: "Speech takes its own field, then the portal's profiles, then variables.",
    judged: { by: ['explicit-choice'] },
  },
  {
    id: 'vision-host',
    heading: 'Image understanding',
    about: ['MiniMax-VL-01'],
    from: '2026.4.5',
    kind: 'host',
    paths: ['image'],
    rule: "Images go to a model of the plugin's own.",
    judged: { by: ['right-host'] },
  },
]);
