/** The verdicts of a case on each version, kept so that a long bisection can be stopped and resumed. */
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { BadInput } from '../../support/bad-input.ts';
import { readJson } from '../../support/read-json.ts';
import { writeJson } from '../../support/write-whole.ts';

const verdictsSchema = z.record(
  z.string(),
  z.object({ verdict: z.enum(['conforms', 'violates', 'not testable']), reason: z.string().nullable() }),
);
export type Verdicts = z.infer<typeof verdictsSchema>;

/** @throws BadInput when the file is not one that `writeVerdicts` wrote */
export async function readVerdicts(file: string): Promise<Verdicts> {
  if (!existsSync(file)) return {};
  const parsed = verdictsSchema.safeParse(await readJson(file));
  if (!parsed.success)
    throw new BadInput(`${file} holds no verdicts. Remove it, and all versions are tested again.`);
  return parsed.data;
}

export async function writeVerdicts(file: string, verdicts: Verdicts): Promise<void> {
  await writeJson(file, verdicts);
}
