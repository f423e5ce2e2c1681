/**
 * Which model the media paths use, compared with chat, and how they come to it.
 */
import fc from 'fast-check';
import { z } from 'zod';

/**
 * `same`: one reference for all. `other-model`: another model of the same provider. `other-provider`: a model
 * of the case's second provider; where the case has only one, it means `same`.
 */
export const mediaReferenceSchema = z.enum(['same', 'other-model', 'other-provider']);
export type MediaReference = z.infer<typeof mediaReferenceSchema>;

export const mediaReferenceArbitrary: fc.Arbitrary<MediaReference> = fc.constantFrom(
  'same',
  'same',
  'same',
  'other-model',
  'other-provider',
);

/**
 * `entries`: `tools.media` has one for each medium. `image-model`: image by `agents.defaults.imageModel`, nothing
 * for the others. `automatic`: nothing is set. Where nothing is set, OpenClaw chooses among the providers it has a
 * key for; so it does for pictures and speech, whose commands name a model with `entries` alone.
 *
 * @source openclaw@2026.9.6:docs/nodes/media-understanding.md (auto-detection),
 *   openclaw@2026.9.6:docs/gateway/configuration-reference.md (imageModel)
 */
export const mediaSelectionSchema = z.enum(['entries', 'image-model', 'automatic']);
export type MediaSelection = z.infer<typeof mediaSelectionSchema>;

export const mediaSelectionArbitrary: fc.Arbitrary<MediaSelection> = fc.constantFrom(
  'entries',
  'entries',
  'entries',
  'entries',
  'image-model',
  'automatic',
);

/**
 * Paths on chat's model, and embedding and memory, whose provider is a setting with a default
 * (openclaw@2026.9.6:docs/reference/memory-config.md).
 */
const NAMED: readonly string[] = ['chat', 'completion', 'compaction', 'embedding', 'memory', 'probe'];

/**
 * Whether OpenClaw itself chooses the model of a path, which then may be of any provider. The tools of a turn read
 * `imageModel` alone.
 */
export function choosesByItself(selection: MediaSelection, path: string): boolean {
  if (NAMED.includes(path)) return false;
  if (path === 'image-tool' || path === 'pdf-tool') return selection !== 'image-model';
  return selection === 'automatic' || (selection === 'image-model' && path !== 'image');
}
