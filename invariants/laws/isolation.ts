import { setupsOf } from '../../generators/secrets/canaries.ts';
import { comparedWithVariant } from '../compared-with-variant.ts';
import type { Law } from '../law.ts';

export const isolation: Law = {
  id: 'isolation',
  sentence:
    'what another provider or plugin, or anything else, has, or has broken, changes nothing for this one',
  source:
    'openclaw@2026.9.6:docs/gateway/secrets/operations.md (healthy sibling owners); openclaw@2026.9.6:docs/gateway/secrets/runtime-model.md (cold gateway startup)',
  /**
   * The same case without its second provider, another plugin, and a key of something else. A file of an older build is another thing
   * beside a store with profiles: waiting-profiles says which.
   */
  variant: (value) =>
    setupsOf(value).some(({ profileStore }) => profileStore === 'older-file')
      ? value
      : {
          ...value,
          otherProvider: null,
          otherPlugin: null,
          strangeKey: null,
          media: value.media === 'other-provider' ? 'same' : value.media,
        },
  judges: ({ variants }) => variants.isolation !== undefined,
  check: (judged) => comparedWithVariant('isolation', judged, 'beside another provider', 'alone'),
};
