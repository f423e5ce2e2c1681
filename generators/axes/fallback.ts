/**
 * A model that is asked where the one before it fails: of chat and of the media models, which have a list of them.
 *
 * @source openclaw@2026.9.6:docs/concepts/model-failover.md (`agents.defaults.model.fallbacks`);
 *   openclaw@2026.9.6:docs/gateway/config-agents/models.md (`imageModel.fallbacks`);
 *   openclaw@2026.9.6:docs/nodes/media-understanding.md (entries are tried in order)
 */
import fc from 'fast-check';
import { z } from 'zod';
import { axis } from './axis.ts';
import { rarely } from './rarely.ts';

/** The provider's other model, or one of the second provider; where there is none, the other model as well. */
const fallbackSchema = z.enum(['other-model', 'other-provider']);
export type Fallback = z.infer<typeof fallbackSchema>;

const LABELS = {
  'other-model': 'a fallback on another model',
  'other-provider': 'a fallback on the other provider',
} as const;

export const fallback = axis({
  meaning: 'The model that chat and the media models fall back on; null: none.',
  schema: fallbackSchema.nullable(),
  usual: null,
  since: 7,
  arbitrary: rarely(fc.constantFrom(...fallbackSchema.options)),
  label: (value) => LABELS[value],
});
