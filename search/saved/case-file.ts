/**
 * Case files: a case with the claim it proves, as JSON.
 *
 * @example { "schemaVersion": 1, "claim": { "law": "same-failure", … }, "seenOn": ["2026.4.24"], "case": { … } }
 */
import { z } from 'zod';
import { type Case, caseSchema } from '../../generators/case.ts';
import { type Claim, claimSchema } from '../../invariants/law.ts';
import { pathNameSchema } from '../../observation/path-name.ts';
import { BadInput } from '../../support/bad-input.ts';
import { firstIssue, readJson } from '../../support/read-json.ts';
import { writeJson } from '../../support/write-whole.ts';

export const caseFileSchema = z.strictObject({
  schemaVersion: z.literal(1),
  /** What people call it; null: nothing. */
  name: z.string().nullable().default(null),
  /** The paths that fail for whom the case comes from; empty: not told. */
  failing: z.array(pathNameSchema).default([]),
  /** What the case shows; null for a case that claims nothing. */
  claim: claimSchema.nullable(),
  /** The versions on which it was seen. */
  seenOn: z.array(z.string()),
  case: caseSchema,
});
export type CaseFile = z.infer<typeof caseFileSchema>;

/**
 * Reads a case file, or a bare case.
 *
 * @throws BadInput with the field, the value's problem and the file when it is neither.
 */
export async function readCaseFile(file: string): Promise<CaseFile> {
  const data = await readJson(file);
  const bare = caseSchema.safeParse(data);
  if (bare.success)
    return { schemaVersion: 1, name: null, failing: [], claim: null, seenOn: [], case: bare.data };
  const looksBare = typeof data === 'object' && data !== null && 'provider' in data;
  const parsed = caseFileSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new BadInput(`${file} is not a case: ${firstIssue(looksBare ? bare.error : parsed.error)}`);
}

/** Writes a case file whole or not at all. */
export async function writeCaseFile(file: string, content: CaseFile): Promise<void> {
  await writeJson(file, content);
}

export function caseFileOf(value: Case, claim: Claim, version: string): CaseFile {
  return { schemaVersion: 1, name: null, failing: [], claim, seenOn: [version], case: value };
}
