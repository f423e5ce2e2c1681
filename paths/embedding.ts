import { generationPath } from './parts/generation.ts';
import { EMBEDDING_MODEL } from './parts/models.ts';

/** The vector of a text (openclaw@2026.9.6:docs/cli/infer.md, `embedding create`). */
export const embedding = generationPath({
  name: 'embedding',
  words: ['embedding', 'create'],
  option: '--text',
  model: EMBEDDING_MODEL,
});
