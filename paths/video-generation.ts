import { generationPath } from './parts/generation.ts';

/** A film from a text. */
export const videoGeneration = generationPath('video');
