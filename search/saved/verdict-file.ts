/** The verdicts of a case on each version, kept so that a long bisection can be stopped and resumed. */
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { BadInput } from '../../support/bad-input.ts';
import { readJson } from '../../support/read-json.ts';
import { writeJson } from '../../support/write-whole.ts';
import type { Verdict } from '../result/result.ts';

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

export interface TestedVersion {
  readonly verdict: Verdict;
  readonly reason: string | null;
  /** Whether another test would end alike: a network, a disk or a killed process may do better the next time. */
  readonly isLasting: boolean;
}

/**
 * Tests each version once. What would not last is not kept, and so tested again when the same command goes on.
 *
 * @throws BadInput when the file is not one that `writeVerdicts` wrote
 */
export async function rememberedTest(
  file: string,
  replay: (version: string) => Promise<TestedVersion>,
): Promise<{ readonly test: (version: string) => Promise<Verdict>; readonly verdicts: Verdicts }> {
  const kept = await readVerdicts(file);
  const verdicts = { ...kept };
  const test = async (version: string): Promise<Verdict> => {
    const before = verdicts[version];
    if (before) return before.verdict;
    const { isLasting, ...tested } = await replay(version);
    verdicts[version] = tested;
    if (isLasting) await writeVerdicts(file, Object.assign(kept, { [version]: tested }));
    return tested.verdict;
  };
  return { test, verdicts };
}
