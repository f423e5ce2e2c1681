/** Promises of `openclaw@2026.9.6:docs/gateway/config-tools/built-in-tools.md`: settings of media understanding. */
import { promisesOf } from '../documented-promise.ts';

export const builtInTools = promisesOf(
  {
    document: 'gateway/config-tools/built-in-tools.md',
    earlier: ['gateway/config-tools.md', 'gateway/configuration-reference.md'],
    slug: 'built-in-tools',
    from: '2026.3.2',
  },
  [
    {
      id: 'entry-provider',
      heading: '`tools.media`',
      about: ['provider: API provider id'],
      kind: 'selection',
      paths: ['image', 'audio', 'video'],
      rule: 'A media entry names the provider to ask.',
      judged: { by: ['same-credential'] },
    },
    {
      id: 'entry-model',
      heading: '`tools.media`',
      about: ['model: model id override'],
      kind: 'selection',
      paths: ['image', 'audio', 'video'],
      rule: 'A media entry may name the model.',
      judged: { by: ['same-failure'] },
    },
    {
      id: 'entry-profile',
      heading: '`tools.media`',
      about: ['profile', 'preferredProfile'],
      kind: 'selection',
      paths: ['image', 'audio', 'video'],
      rule: 'A media entry may select a stored profile, or prefer one.',
      judged: { by: ['explicit-choice'] },
    },
    {
      id: 'entry-failure-goes-on',
      heading: '`tools.media`',
      about: ['failures fall back to the next entry'],
      kind: 'rotation',
      paths: ['image', 'audio', 'video'],
      rule: 'An entry that fails is followed by the next.',
      judged: { by: ['after-refusal'] },
    },
    {
      id: 'media-order',
      heading: '`tools.media`',
      about: ['standard order'],
      kind: 'order',
      paths: ['image', 'audio', 'video'],
      rule: "Media take profiles, then variables, then the entry's key.",
      judged: { by: ['same-credential'] },
    },
  ],
);
