/**
 * Baselines: violations that are known, by fingerprint and version range.
 *
 * A known violation is counted and does not fail a run; anything new does. So does an entry whose time is over, and one
 * whose case conforms again when it is replayed: that a run did not meet it proves nothing.
 */

import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { isVersion, isWithin } from '../../gateway/versions/version.ts';
import { caseSchema } from '../../generators/case.ts';
import { type Fingerprint, fingerprintSchema } from '../../invariants/fingerprint.ts';
import { lawIdSchema } from '../../invariants/law-id.ts';
import { pathNameSchema } from '../../observation/path-name.ts';
import { BadInput } from '../../support/bad-input.ts';
import { dayOf } from '../../support/day.ts';
import { firstIssue } from '../../support/first-issue.ts';
import { PACKAGE_ROOT } from '../../support/package-root.ts';
import { readJson } from '../../support/read-json.ts';
import { causeSchema } from '../causes/cause.ts';
import { knownFieldSchema } from './known-fields.ts';

const version = z.string().refine(isVersion, { message: 'must be an OpenClaw version such as 2026.9.6' });

/**
 * `bug`: it contradicts a document, or two paths that promise the same. `question`: no document says which side is right.
 * `documented`: OpenClaw means it so. `ours`: a fault of this suite.
 */
const verdictSchema = z.enum(['bug', 'question', 'documented', 'ours']);

export const baselineEntrySchema = z.strictObject({
  fingerprint: fingerprintSchema,
  law: lawIdSchema,
  paths: z.array(pathNameSchema),
  /** The versions it holds for; `to` null: until further notice. */
  versions: z.strictObject({ from: version, to: version.nullable() }),
  /** Why it is accepted for now. */
  reason: z.string().min(1),
  /** Where it is tracked; null where nowhere yet. */
  ticket: z.string().nullable(),
  firstSeen: z.iso.date(),
  /** The last day that it is accepted, `YYYY-MM-DD`; null: until it is fixed. */
  expires: z.iso.date().nullable(),
  case: caseSchema,
  /** The cause that it shares with others: a finding of this cause is known, whatever its fingerprint. Absent: not known. */
  cause: causeSchema.optional(),
  /** Other fingerprints of the same cause that were seen: they are known at once, without their cause being looked for. */
  alike: z.array(fingerprintSchema).optional(),
  /** The decision about it. Absent: none yet. */
  verdict: verdictSchema.optional(),
  /** The document that decides it, as `openclaw@2026.9.6:docs/help/environment.md`. */
  document: z.string().min(1).optional(),
});
export type BaselineEntry = z.infer<typeof baselineEntrySchema>;

const baselineSchema = z.strictObject({
  baselineVersion: z.literal(1),
  entries: z.array(baselineEntrySchema),
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
 * @throws BadInput with the entry and field that is wrong, or when the file is missing.
 */
export async function readBaseline(file: string): Promise<Baseline> {
  const parsed = baselineSchema.safeParse(await readJson(file));
  if (!parsed.success)
    throw new BadInput(`${file} is not a baseline: ${firstIssue(parsed.error)}. Correct that entry.`);
  return parsed.data;
}

/** The fingerprints that an entry accepts. */
export function fingerprintsOf({ fingerprint, alike = [] }: BaselineEntry): Fingerprint[] {
  return [fingerprint, ...alike];
}

/** The entries that hold for a version. */
export function entriesFor(baseline: Baseline | null, subjectVersion: string): BaselineEntry[] {
  return (baseline?.entries ?? []).filter(({ versions }) => isWithin(subjectVersion, versions));
}

/** The fingerprints of entries whose time is over: they must be fixed, or accepted anew. */
export function expiredEntries(baseline: Baseline | null, subjectVersion: string, now: Date): Fingerprint[] {
  const today = dayOf(now);
  return entriesFor(baseline, subjectVersion)
    .filter(({ expires }) => expires !== null && expires < today)
    .map(({ fingerprint }) => fingerprint);
}
