import { generationPath } from './parts/generation.ts';
import { modelOfCommand } from './parts/models.ts';

/** A picture from a text. */
export const imageGeneration = generationPath({
  name: 'image-generation',
  words: ['image', 'generate'],
  option: '--prompt',
  model: modelOfCommand('image-generation'),
});
