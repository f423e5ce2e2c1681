import { generationPath } from './parts/generation.ts';

/** A picture from a text. */
export const imageGeneration = generationPath('image');
