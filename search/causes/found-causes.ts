/** The causes of a run: its findings by what is to be mended. */
import { z } from 'zod';
import { type Fingerprint, fingerprintSchema } from '../../invariants/fingerprint.ts';
import { HARMS, harmSchema, worstHarm } from '../../invariants/harm.ts';
import type { LawId } from '../../invariants/law-id.ts';
import type { Observation } from '../../observation/observation.ts';
import { type DecidedCause, decidedCauseSchema, decisionRank } from '../baseline/known-cause.ts';
import { type Cause, causeId, causeSchema, reasonsOf } from './cause.ts';

export const foundCauseSchema = z.object({
  /** Of a known cause its name in the baseline, of another the digest of its repairs and paths. */
  id: z.string(),
  /** The entry of the baseline; null for one that it does not have. */
  known: decidedCauseSchema.nullable(),
  ...causeSchema.shape,
  /** The reasons with which its paths fail; none where they send something. */
  reasons: z.array(z.string()),
  /** The worst that one of its findings does to a user. */
  harm: harmSchema,
  status: z.enum(['new', 'known']),
  /** The fingerprints of its findings. */
  findings: z.array(fingerprintSchema),
});
export type FoundCause = z.infer<typeof foundCauseSchema>;

interface Caused {
  readonly law: LawId;
  readonly fingerprint: Fingerprint;
  readonly status: 'new' | 'known' | 'flaky' | 'unsettled';
  readonly known: DecidedCause | null;
  readonly cause: Cause | null;
  readonly observations: readonly Observation[];
}

/** The name of a finding's cause: the baseline's, else the digest; null where it is not known. */
export function causeIdOf({ known, cause }: Pick<Caused, 'known' | 'cause'>): string | null {
  return known?.id ?? (cause && causeId(cause));
}

/** The causes of findings: new ones first, then by verdict; of these the worst first, then those with the most findings. */
export function causesOf(findings: readonly Caused[]): FoundCause[] {
  const { null: _, ...groups } = Object.groupBy(findings, (finding) => String(causeIdOf(finding)));
  const found = Object.entries(groups).map(([id, group = []]) => foundCause(id, group));
  const decided = ({ status, known }: FoundCause) =>
    status === 'new' ? -1 : decisionRank(known ?? { verdict: null });
  const harm = (each: FoundCause) => HARMS.indexOf(each.harm);
  return found.sort(
    (a, b) =>
      decided(a) - decided(b) ||
      harm(a) - harm(b) ||
      b.findings.length - a.findings.length ||
      (a.id < b.id ? -1 : 1),
  );
}

function foundCause(id: string, group: readonly Caused[]): FoundCause {
  const deviating = [...new Set(group.flatMap(({ fingerprint }) => fingerprint.paths))].sort();
  // A finding that the baseline lists is known without its repairs being tried.
  const cause = group.find((each) => each.cause)?.cause ?? { repairs: [], paths: deviating, deviation: null };
  return {
    id,
    known: group.find(({ known }) => known)?.known ?? null,
    ...cause,
    reasons: reasonsOf(
      cause.paths,
      group.flatMap(({ observations }) => observations),
    ),
    harm: worstHarm(group.map(({ law }) => law)),
    status: group.some(({ status }) => status === 'new') ? 'new' : 'known',
    findings: group.map(({ fingerprint }) => fingerprint),
  };
}
