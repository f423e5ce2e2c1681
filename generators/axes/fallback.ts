/**
 * A model that is asked where the one before it fails: of chat and of the media models, which have a list of them.
 *
 * @source openclaw@2026.9.6:docs/concepts/model-failover.md (`agents.defaults.model.fallbacks`);
 *   openclaw@2026.9.6:docs/gateway/config-agents/models.md (`imageModel.fallbacks`);
 *   openclaw@2026.9.6:docs/nodes/media-understanding.md (entries are tried in order)
 */
import fc from 'fast-check';
import { z } from 'zod';
import { rarely } from './rarely.ts';

/** The provider's other model, or one of the second provider; where there is none, the other model as well. */
export const fallbackSchema = z.enum(['other-model', 'other-provider']);
export type Fallback = z.infer<typeof fallbackSchema>;

/** Rarely one; shrinks to none. */
export const fallbackArbitrary: fc.Arbitrary<Fallback | null> = rarely(
  fc.constantFrom(...fallbackSchema.options),
);
