/**
 * The way in which media paths get their model.
 *
 * `entries`: `tools.media` has one for each medium. `image-model`: image by `agents.defaults.imageModel`, nothing
 * for the others. `automatic`: nothing is set. Where nothing is set, OpenClaw chooses among the providers it has a
 * key for; so it does for pictures and speech, whose commands name a model with `entries` alone.
 *
 * @source openclaw@2026.9.6:docs/nodes/media-understanding.md (auto-detection),
 *   openclaw@2026.9.6:docs/gateway/configuration-reference.md (imageModel)
 */
import { z } from 'zod';
import { axis } from './axis.ts';
import { weighted } from './weighted.ts';

export const mediaSelectionSchema = z.enum(['entries', 'image-model', 'automatic']);
export type MediaSelection = z.infer<typeof mediaSelectionSchema>;

export const mediaSelection = axis({
  meaning:
    'Where the media paths have their model from. entries: tools.media. image-model: agents.defaults.imageModel. automatic: nothing is set.',
  schema: mediaSelectionSchema,
  usual: 'entries',
  since: 2,
  arbitrary: weighted({ entries: 4, 'image-model': 1, automatic: 1 }),
});

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
