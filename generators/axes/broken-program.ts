/**
 * A program of the user's `PATH` that could do what a provider does, and that ends with an error: an old
 * installation, say. A provider with a key is asked all the same.
 *
 * @source openclaw@2026.9.6:docs/nodes/media-understanding.md (auto-detection: providers with a key, and local
 *   programs)
 */
import fc from 'fast-check';
import { z } from 'zod';
import { axis } from './axis.ts';
import { rarely } from './rarely.ts';

const brokenProgramSchema = z.enum(['whisper', 'gemini']);
export type BrokenProgram = z.infer<typeof brokenProgramSchema>;

export const brokenProgram = axis({
  meaning: "A program on the PATH that could do a provider's work and ends with an error; null: none.",
  schema: brokenProgramSchema.nullable(),
  usual: null,
  since: 6,
  arbitrary: rarely(fc.constantFrom(...brokenProgramSchema.options)),
  label: (program) => `a broken ${program}`,
});
