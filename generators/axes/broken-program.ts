/**
 * A program of the user's `PATH` that could do what a provider does, and that ends with an error: an old
 * installation, say. A provider with a key is asked all the same.
 *
 * @source openclaw@2026.9.6:docs/nodes/media-understanding.md (auto-detection: providers with a key, and local
 *   programs)
 */
import fc from 'fast-check';
import { z } from 'zod';
import { rarely } from './rarely.ts';

export const brokenProgramSchema = z.enum(['whisper', 'gemini']);
export type BrokenProgram = z.infer<typeof brokenProgramSchema>;

/** Rarely one; shrinks to none. */
export const brokenProgramArbitrary: fc.Arbitrary<BrokenProgram | null> = rarely(
  fc.constantFrom(...brokenProgramSchema.options),
);
