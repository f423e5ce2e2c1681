/** A home case of the parts that a test is about; the others are empty. */
import { type HomeCase, homeCaseSchema } from '../home-case/home-case.ts';

export function homeCaseOf(parts: Partial<Record<keyof HomeCase, unknown>>): HomeCase {
  return homeCaseSchema.parse({
    kind: 'home',
    schemaVersion: 1,
    writtenBy: null,
    takenAt: 0,
    files: [],
    environment: {},
    secrets: {},
    asked: { model: null, agent: null, failing: [] },
    ...parts,
  });
}
