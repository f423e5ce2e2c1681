/**
 * The model that a person picks for a session of a gateway, and the one that a request over HTTP names in its header.
 *
 * `same`: chat's, in full. `other-model`: the other one of its provider. `other-provider`: one of the second provider, with
 * credentials of its own; where there is none, chat's.
 *
 * @source openclaw@2026.9.6:docs/concepts/models.md ("Selection source and fallback strictness");
 *   openclaw@2026.9.6:docs/gateway/openresponses-http-api.md (`x-openclaw-model`)
 */
import fc from 'fast-check';
import { z } from 'zod';
import { axis } from './axis.ts';
import { type ChattingCase, profileOfChat } from './chat-profile.ts';
import { rarely } from './rarely.ts';

const sessionModelSchema = z.enum(['same', 'other-model', 'other-provider']);
export type SessionModel = z.infer<typeof sessionModelSchema>;

const LABELS = {
  same: "a session for which chat's model is picked",
  'other-model': 'a session for which another model is picked',
  'other-provider': 'a session for which a model of the other provider is picked',
} as const;

export const sessionModel = axis({
  meaning: "The model that is picked for a session of a gateway; null: none, so that it asks its agent's.",
  schema: sessionModelSchema.nullable(),
  usual: null,
  since: 16,
  arbitrary: rarely(fc.constantFrom(...sessionModelSchema.options)),
  label: (value) => LABELS[value],
});

interface PickingCase extends ChattingCase {
  readonly sessionModel: SessionModel | null;
  readonly steps: readonly unknown[] | null;
}

/**
 * The model that is picked for a session of a case; null: none is. No document says whether a profile that chat's model names counts for
 * a session for which that model is picked without it.
 */
export function modelOfSession(value: PickingCase): SessionModel | null {
  return value.steps !== null || profileOfChat(value) ? null : value.sessionModel;
}
