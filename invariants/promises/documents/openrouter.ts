/** Promises of `openclaw@2026.9.6:docs/providers/openrouter.md`: credentials of OpenRouter. */
import { promisesOf } from '../documented-promise.ts';

export const openrouter = promisesOf(
  { document: 'providers/openrouter.md', slug: 'openrouter', from: '2026.3.2' },
  [
    {
      id: 'bearer-key',
      heading: 'Authentication and headers',
      about: ['bearer'],
      kind: 'header',
      paths: 'all',
      rule: 'The key goes as a bearer token.',
      judged: { by: ['right-kind'] },
    },
    {
      id: 'speech-fallback',
      heading: 'Text-to-speech',
      about: ['omitted', 'falls back'],
      from: '2026.7.1-2',
      kind: 'order',
      paths: ['speech'],
      rule: 'Speech takes its own field, then the entry, then the variable.',
      judged: { by: ['explicit-choice'] },
    },
    {
      id: 'attribution-for-own-host',
      heading: 'Authentication and headers',
      about: ['openrouter.ai', 'attribution'],
      from: '2026.4.5',
      kind: 'header',
      paths: 'all',
      rule: "Headers that name the app go to the provider's own address alone.",
      judged: { not: 'headers that hold no credential are not recorded' },
    },
  ],
);
