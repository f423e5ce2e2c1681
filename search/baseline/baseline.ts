/**
 * Baselines: what is known to be wrong, by cause and range of versions.
 *
 * A known violation is counted and does not fail a run; anything new does. So does a cause whose time is over, and a finding
 * whose case conforms again when it is replayed: that a run did not meet it proves nothing.
 */

import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { BadInput } from '../../support/bad-input.ts';
import { firstIssue } from '../../support/first-issue.ts';
import { PACKAGE_ROOT } from '../../support/package-root.ts';
import { readJson } from '../../support/read-json.ts';
import { knownCauseSchema } from './known-cause.ts';
import { knownFieldSchema } from './known-fields.ts';

/** 2: by cause. */
export const BASELINE_VERSION = 2;

const baselineSchema = z.strictObject({
  baselineVersion: z.literal(BASELINE_VERSION),
  causes: z.array(knownCauseSchema),
  /** Fields that take no secret reference, though the documents list them. */
  fields: z.array(knownFieldSchema).default([]),
});
export type Baseline = z.infer<typeof baselineSchema>;

/** The baseline that the suite brings; null where it brings none. */
export function shippedBaseline(): string | null {
  const file = path.join(PACKAGE_ROOT, 'baselines', 'openclaw.json');
  return existsSync(file) ? file : null;
}

/**
 * Reads a baseline file.
 *
 * @throws BadInput with the cause and field that is wrong, or when the file is missing.
 */
export async function readBaseline(file: string): Promise<Baseline> {
  const parsed = baselineSchema.safeParse(await readJson(file));
  if (!parsed.success)
    throw new BadInput(`${file} is not a baseline: ${firstIssue(parsed.error)}. Correct that entry.`);
  return parsed.data;
}
