/** One cause of a baseline: what is wrong, what was decided about it, and the findings by which it was seen. */
import { z } from 'zod';
import { isWithin, versionSchema } from '../../gateway/versions/version.ts';
import { caseSchema } from '../../generators/case.ts';
import { type Fingerprint, fingerprintSchema, partsOf } from '../../invariants/fingerprint.ts';
import { HARMS, worstHarm } from '../../invariants/harm.ts';
import type { Claim } from '../../invariants/violation.ts';
import { pathNameSchema } from '../../observation/path-name.ts';
import { dayOf } from '../../support/day.ts';
import { type Cause, causeId, causeSchema } from '../causes/cause.ts';

/**
 * `bug`: it contradicts a document, or two paths that promise the same. `question`: no document says which side is right.
 * `documented`: OpenClaw means it so. `ours`: a fault of this suite.
 */
const decisionSchema = z.enum(['bug', 'question', 'documented', 'ours']);

const decidedShape = {
  /** Its name for good: `reference-suppresses-profiles`, or the digest under which a run found it. */
  id: z
    .string()
    .refine((text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text), { message: 'must be words with hyphens' }),
  /** The fault, in a sentence for people. */
  sentence: z.string().min(1),
  /** Null: nobody has read it yet. */
  verdict: decisionSchema.nullable(),
  /** The document that decides it, as `openclaw@2026.9.6:docs/help/environment.md`; null where none does. */
  document: z.string().min(1).nullable(),
  /** Its page, as `docs/findings/unset-template-sent.md`; null where it has none. */
  page: z.string().min(1).nullable(),
  /** The ticket that tracks it; null for none yet. */
  ticket: z.string().min(1).nullable(),
};

/** The part of a known cause that a result repeats with each finding of it. */
export const decidedCauseSchema = z.object(decidedShape);
export type DecidedCause = z.infer<typeof decidedCauseSchema>;

const knownFindingSchema = z.strictObject({
  fingerprint: fingerprintSchema,
  /** The paths to run to see it, the reference among them. */
  paths: z.array(pathNameSchema),
  /** The smallest case that showed it. */
  case: caseSchema,
});
export type KnownFinding = z.infer<typeof knownFindingSchema>;

export const knownCauseSchema = z.strictObject({
  ...decidedShape,
  /** The versions it holds for; `to` null: until further notice. */
  versions: z.strictObject({ from: versionSchema, to: versionSchema.nullable() }),
  /** The reason why it is accepted for now. */
  reason: z.string().min(1),
  firstSeen: z.iso.date(),
  /** The last day that it is accepted, `YYYY-MM-DD`; null: until it is fixed. */
  expires: z.iso.date().nullable(),
  /** The signatures by which runs find it: a finding with one of these is known, unless it does more harm than those listed. */
  signatures: z.array(causeSchema),
  findings: z.array(knownFindingSchema).min(1),
});
export type KnownCause = z.infer<typeof knownCauseSchema>;

/** The claim that a finding of a baseline makes. */
export function claimOfKnown({ fingerprint, paths }: KnownFinding): Claim {
  return { law: fingerprint.law, paths, fingerprint };
}

/** The fingerprints that causes accept. */
export function fingerprintsOf(causes: readonly KnownCause[]): Fingerprint[] {
  return causes.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint));
}

interface Signed {
  readonly fingerprint: Fingerprint;
  readonly cause: Cause | null;
}

/** The cause that makes a finding known: that of its fingerprint, or of a part of it, else that of its signature. */
export function knownCauseOf(finding: Signed, causes: readonly KnownCause[]): KnownCause | null {
  const parts = new Set(partsOf(finding.fingerprint));
  const lists = (each: KnownCause) =>
    fingerprintsOf([each]).some((own) => partsOf(own).some((part) => parts.has(part)));
  return causes.find(lists) ?? causeBySignature(finding, causes);
}

/**
 * The cause that has a finding's signature: its repairs, and all the paths that these move, whichever of them one case had. A signature
 * names no provider and no law, so that another fault with the same repair may have it, too: a finding that does a user more harm
 * than the cause was seen to do is none of it.
 */
export function causeBySignature(
  { fingerprint, cause }: Signed,
  causes: readonly KnownCause[],
): KnownCause | null {
  const signs = (each: KnownCause) => cause !== null && isSignedBy(cause, each.signatures);
  return causes.find((each) => signs(each) && !isWorse([fingerprint], fingerprintsOf([each]))) ?? null;
}

/** Whether signatures have a cause's repairs, and each of its paths. */
export function isSignedBy(cause: Cause, signatures: readonly Cause[]): boolean {
  const alike = signatures.filter((each) => causeId({ ...each, paths: cause.paths }) === causeId(cause));
  const paths = new Set(alike.flatMap((each) => each.paths));
  return alike.length > 0 && cause.paths.every((path) => paths.has(path));
}

/** Whether some findings do a user more harm than others. */
export function isWorse(own: readonly Fingerprint[], others: readonly Fingerprint[]): boolean {
  const rank = (all: readonly Fingerprint[]) => HARMS.indexOf(worstHarm(all.map(({ law }) => law)));
  return rank(own) < rank(others);
}

/** The part of a cause that results repeat. */
export function decidedCause({ id, sentence, verdict, document, page, ticket }: KnownCause): DecidedCause {
  return { id, sentence, verdict, document, page, ticket };
}

/** The order in which causes are read: those without a decision first, then bugs. */
export function decisionRank({ verdict }: Pick<DecidedCause, 'verdict'>): number {
  return verdict === null ? 0 : decisionSchema.options.indexOf(verdict) + 1;
}

/** The causes that hold for a version. */
export function causesFor(causes: readonly KnownCause[], subjectVersion: string): KnownCause[] {
  return causes.filter(({ versions }) => isWithin(subjectVersion, versions));
}

/** The ids of causes whose time is over: they must be fixed, or accepted anew. */
export function expiredCauses(causes: readonly KnownCause[], now: Date): string[] {
  const today = dayOf(now);
  return causes.filter(({ expires }) => expires !== null && expires < today).map(({ id }) => id);
}
