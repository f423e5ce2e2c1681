import { generationPath } from './parts/generation.ts';
import { modelOfCommand } from './parts/models.ts';

/** A film from a text. */
export const videoGeneration = generationPath({
  name: 'video-generation',
  words: ['video', 'generate'],
  option: '--prompt',
  model: modelOfCommand('video-generation'),
});
