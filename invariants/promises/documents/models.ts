/** Promises of `openclaw@2026.9.6:docs/concepts/models.md` and `gateway/config-agents/models.md`: what the reference of a model may say. */
import { promisesOf } from '../documented-promise.ts';

export const models = promisesOf({ document: 'concepts/models.md', slug: 'models', from: '2026.9.6' }, [
  {
    id: 'status-tells-oauth-expiry',
    heading: 'CLI',
    earlierHeadings: ['`models status`'],
    about: ['oauth expiry', '24h'],
    from: '2026.3.13',
    kind: 'status',
    paths: ['probe'],
    rule: 'The status tells when a stored login ends, and warns of it from a day before, and not earlier.',
    judged: { by: ['health-word'] },
  },
  {
    id: 'profile-of-model',
    heading: '`/model` in chat',
    about: ['auth-profile suffix'],
    kind: 'selection',
    paths: ['chat', 'completion'],
    rule: 'A configured primary model may name an auth profile after an at sign, which is no part of its id.',
    judged: { by: ['explicit-choice'] },
  },
  {
    id: 'capitals-name-the-same',
    heading: '`/model` in chat',
    earlierHeadings: ['Config keys (overview)'],
    about: ['normalized to lowercase'],
    from: '2026.3.13',
    kind: 'selection',
    paths: ['chat', 'completion', 'compaction', 'probe', 'model-listing'],
    rule: 'A provider that a reference names in capitals is the one that it names without.',
    judged: { by: ['model-alias'] },
  },
  {
    id: 'picked-model-is-asked',
    heading: 'Selection source and fallback strictness',
    earlierHeadings: ['Selection source and fallback behavior'],
    about: ['user session selection', 'exact', 'sessions.patch'],
    from: '2026.5.22',
    kind: 'selection',
    paths: ['socket-chat'],
    rule: 'A turn of a session for which a model is picked asks that model of that provider.',
    judged: { by: ['session-model'] },
  },
  {
    id: 'picked-model-is-strict',
    heading: 'Selection source and fallback strictness',
    earlierHeadings: ['Selection source and fallback behavior'],
    about: ['sessions.patch', 'fails visibly instead of falling through'],
    from: '2026.5.22',
    kind: 'rotation',
    paths: ['socket-chat'],
    rule: 'A session for which a model is picked does not go on to a model that the configuration names to fall back on.',
    judged: { by: ['session-model'] },
  },
]);

export const modelSettings = promisesOf(
  {
    document: 'gateway/config-agents/models.md',
    earlier: ['gateway/config-agents.md'],
    slug: 'model-settings',
    from: '2026.5.22',
  },
  [
    {
      id: 'alias-first',
      heading: '`agents.defaults.model`',
      about: ['tries an alias first'],
      kind: 'selection',
      paths: ['chat', 'completion', 'compaction', 'probe', 'model-listing'],
      rule: 'A reference without a provider is an alias first, before it is the id of a model.',
      judged: { by: ['model-alias'] },
    },
    {
      id: 'one-lister-is-asked',
      heading: '`agents.defaults.model`',
      about: ['unique configured-provider match'],
      kind: 'selection',
      paths: ['chat', 'completion', 'compaction', 'probe', 'model-listing'],
      rule: 'A model that is named without its provider, and is no alias, is that of the one configured provider that has it.',
      judged: { by: ['bare-model'] },
    },
    {
      id: 'one-lister-of-images-is-asked',
      heading: '`agents.defaults.model`',
      about: ['uniquely matches a configured image-capable entry'],
      kind: 'selection',
      paths: ['image', 'image-tool', 'pdf-tool'],
      rule: 'A model of pictures that is named without its provider is that of the one entry that lists it as a model of pictures.',
      judged: { by: ['bare-model'] },
    },
  ],
);

export const modelQuestions = promisesOf(
  { document: 'help/faq-models.md', slug: 'faq-models', from: '2026.5.22' },
  [
    {
      id: 'same-id-of-another-provider',
      heading: 'Models: defaults, selection, aliases, switching',
      about: ['silently switch', 'deepseek-v4-flash'],
      kind: 'isolation',
      paths: ['chat', 'completion', 'probe'],
      rule: 'A reference with a provider is of that provider alone, whichever other one has a model of the same id.',
      judged: { by: ['isolation'] },
    },
  ],
);
