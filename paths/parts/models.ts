/** The ways, common to several paths, in which a path comes to its model. */
import type { MediaSelection } from '../../generators/axes/media-selection.ts';
import type { OwnModel } from '../../generators/providers/model-kinds.ts';
import type { PathModel } from '../path.ts';

const ALWAYS: readonly MediaSelection[] = ['entries', 'image-model', 'automatic', 'command'];

/** Chat's model. */
export const CHATS_MODEL: PathModel = { of: 'chat', own: null, namedBy: ALWAYS, hasFallback: false };

/** Chat's model, and the one that a turn falls back on. */
export const TURNS_MODEL: PathModel = { ...CHATS_MODEL, hasFallback: true };

/**
 * `agents.defaults.imageModel`, which alone the tools of a turn read, or what the call of the tool names.
 *
 * @source openclaw@2026.9.6:docs/tools/pdf.md (`model`: "Optional model override"), in openclaw@2026.3.13:docs/tools/pdf.md as well; the
 *   image tool offers the same to the model (#79341)
 */
export const TOOLS_MODEL: PathModel = {
  of: 'setting',
  own: 'image',
  namedBy: ['image-model', 'command'],
  hasFallback: true,
};

/**
 * A provider that is a setting with a default, and its model for vectors.
 *
 * @source openclaw@2026.9.6:docs/reference/memory-config.md
 */
export const EMBEDDING_MODEL: PathModel = {
  of: 'setting',
  own: 'embedding',
  namedBy: ALWAYS,
  hasFallback: false,
};

/** A setting names it, whatever is set for media. */
export const NAMED_BY_SETTING = { namedBy: ALWAYS, hasFallback: false } as const;

/** The model that the command names, unless OpenClaw is to choose it. */
export function modelOfCommand(own: OwnModel): PathModel {
  return { of: 'setting', own, namedBy: ['entries', 'command'], hasFallback: false };
}
