/**
 * The way in which media paths get their model.
 *
 * `entries`: `tools.media` has one for each medium. `image-model`: image by `agents.defaults.imageModel`, nothing
 * for the others. `command`: nothing is set, and `--model` of the command, or the call of a tool, names it. `automatic`: nothing is set. Where
 * nothing is set, OpenClaw chooses among the providers it has a key for; so it does for pictures and speech, whose commands name a model with
 * `entries` and `command` alone, and with `automatic` for web search.
 *
 * @source openclaw@2026.9.6:docs/nodes/media-understanding.md (auto-detection),
 *   openclaw@2026.9.6:docs/gateway/configuration-reference.md (imageModel),
 *   openclaw@2026.9.6:docs/cli/infer.md ("For `image describe`, an explicit `--model` runs that provider/model directly")
 */
import { z } from 'zod';
import { axis } from './axis.ts';
import { weighted } from './weighted.ts';

const mediaSelectionSchema = z.enum(['entries', 'image-model', 'automatic', 'command']);
export type MediaSelection = z.infer<typeof mediaSelectionSchema>;

export const mediaSelection = axis({
  meaning:
    'Where the media paths have their model from. entries: tools.media. image-model: agents.defaults.imageModel. automatic: nothing is set. command: nothing is set, and the command, or the call of the tool, names it.',
  schema: mediaSelectionSchema,
  usual: 'entries',
  since: 2,
  arbitrary: weighted({ entries: 4, 'image-model': 1, automatic: 1, command: 1 }),
});
