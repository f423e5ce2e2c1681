/**
 * Case files: a case with the claim it proves, as JSON.
 *
 * @example { "schemaVersion": 1, "claim": { "law": "same-failure", … }, "seenOn": ["2026.4.24"], "case": { … } }
 */
import { z } from 'zod';
import { caseSchema } from '../../generators/case.ts';
import { CASE_SCHEMA_VERSION } from '../../generators/case-migrations.ts';
import { type AnyCase, anyCaseSchema, isHomeCase } from '../../home-case/any-case.ts';
import { homeCaseSchema } from '../../home-case/home-case.ts';
import { type Claim, claimSchema } from '../../invariants/violation.ts';
import { pathNameSchema } from '../../observation/path-name.ts';
import { BadInput } from '../../support/bad-input.ts';
import { firstIssue } from '../../support/first-issue.ts';
import { readJson } from '../../support/read-json.ts';
import { writeJson } from '../../support/write-whole.ts';

export const caseFileSchema = z.strictObject({
  schemaVersion: z.literal(1),
  name: z.string().nullable().default(null).describe('The name of the case; null: none.'),
  failing: z
    .array(pathNameSchema)
    .default([])
    .describe('The paths that failed for the user who sent it; shrink prefers a violation on one of them.'),
  claim: claimSchema
    .nullable()
    .describe(
      'The law, paths and fingerprint of its violation; null: none. `replay` and `bisect` look for it.',
    ),
  seenOn: z.array(z.string()).describe('The versions on which the claim was seen.'),
  case: anyCaseSchema,
});
export type CaseFile = z.infer<typeof caseFileSchema>;

/** The JSON Schema that is published as `docs/case-file.schema.json`: of the newest form, which is what is written. */
export function caseFileJsonSchema(): object {
  return {
    title: 'Case file of OpenClaw Auth Conformance',
    ...z.toJSONSchema(caseFileSchema, { io: 'input' }),
  };
}

/**
 * Reads a case file, or a bare case.
 *
 * @throws BadInput with the field, the value's problem and the file when it is neither.
 */
export async function readCaseFile(file: string): Promise<CaseFile> {
  const data = await readJson(file);
  if (resultSchema.safeParse(data).success)
    throw new BadInput(
      `${file} is the result of a run, not a case. Give one of the cases that the run kept, or that an issue shows.`,
    );
  const version = newerVersionOf(data);
  if (version)
    throw new BadInput(
      `${file} is a case of version ${version}; this suite reads up to ${CASE_SCHEMA_VERSION}. Update the suite.`,
    );
  const bare = caseSchema.safeParse(data);
  if (bare.success)
    return { schemaVersion: 1, name: null, failing: [], claim: null, seenOn: [], case: bare.data };
  const looksBare = typeof data === 'object' && data !== null && 'provider' in data;
  const holdsHome = typeof data === 'object' && data !== null && 'case' in data && isHomeCase(data.case);
  // The kind is told apart first, so that the problem is named in the words of that kind.
  const parsed = caseFileSchema.extend({ case: holdsHome ? homeCaseSchema : caseSchema }).safeParse(data);
  if (parsed.success) return parsed.data;
  const issue = firstIssue(looksBare ? bare.error : parsed.error);
  throw new BadInput(`${file} is not a case: ${issue}. Correct it, or import the home anew.`);
}

/** A result that `--json` wrote, of any version. */
const resultSchema = z.object({ resultVersion: z.number() });

const versionsSchema = z.object({ schemaVersion: z.number().optional(), case: z.unknown() });

/** The version of a case, or of the case in a file, that a later suite wrote; null for another. */
function newerVersionOf(data: unknown): number | null {
  const outer = versionsSchema.safeParse(data).data;
  const inner = versionsSchema.safeParse(outer?.case).data;
  const version = (inner ?? outer)?.schemaVersion ?? 0;
  return version > CASE_SCHEMA_VERSION ? version : null;
}

/** Writes a case file whole or not at all. */
export async function writeCaseFile(file: string, content: CaseFile): Promise<void> {
  await writeJson(file, content);
}

export function caseFileOf(value: AnyCase, claim: Claim, version: string): CaseFile {
  return { schemaVersion: 1, name: null, failing: [], claim, seenOn: [version], case: value };
}
