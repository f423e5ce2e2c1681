/** The paths, in the order in which they are run and reported: to add one, write its file and a line here. */
import { audio } from './audio.ts';
import { chat } from './chat.ts';
import { compaction } from './compaction.ts';
import { completion } from './completion.ts';
import { embedding } from './embedding.ts';
import { image } from './image.ts';
import { imageGeneration } from './image-generation.ts';
import { imageTool } from './image-tool.ts';
import { memory } from './memory.ts';
import type { Path } from './path.ts';
import { pdfTool } from './pdf-tool.ts';
import { probe } from './probe.ts';
import { speech } from './speech.ts';
import { video } from './video.ts';

const LIST = [
  chat,
  completion,
  image,
  imageTool,
  pdfTool,
  compaction,
  audio,
  video,
  embedding,
  memory,
  imageGeneration,
  speech,
  probe,
] as const;

/** The name of a path: what observations, fingerprints and case files call it. */
export type PathName = (typeof LIST)[number]['name'];

/** One of them. */
export type AnyPath = Path<PathName>;

export const PATHS: readonly AnyPath[] = LIST;

/** The paths that read the settings of a medium. */
export const MEDIA_PATHS = PATHS.filter(({ medium }) => medium !== null);

const byName = new Map(PATHS.map((path) => [path.name, path]));

export function pathOf(name: PathName): AnyPath {
  return byName.get(name)!;
}
