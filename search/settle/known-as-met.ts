/**
 * Recognizes findings of known causes in the cases in which they were met: most that a search meets is known, and to shrink it costs
 * several times as much.
 *
 * A case that was met has much that does not matter, and repairs could end a violation there for another reason than they do in
 * a smallest case. So a finding is recognized in its bare case: with everything else repaired at once it must still be there, and the
 * repairs that end it there must be those of a known cause, as they would have to be in its smallest case. Whatever is not recognized
 * is shrunk.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Case } from '../../generators/case.ts';
import { type Claim, onFewestPaths } from '../../invariants/violation.ts';
import { causeBySignature, fingerprintsOf, isWorse, type KnownCause } from '../baseline/known-cause.ts';
import { type Cause, causeOf, codeOf } from '../causes/cause.ts';
import type { Repair } from '../causes/repair.ts';
import { REPAIRS } from '../causes/repairs.ts';
import { signatureOf, trialOf } from '../causes/signature.ts';
import type { Evaluator, Observe } from '../evaluate/evaluator.ts';
import { mapRoundRobin } from '../evaluate/map-round-robin.ts';
import type { Finding } from '../result/result.ts';
import type { SearchPlan } from '../search-plan.ts';

export interface KnownAsMetOptions {
  readonly plan: Pick<SearchPlan, 'lane'>;
  /** The causes whose signatures make a finding known. */
  readonly knownCauses: readonly KnownCause[];
  /** Milliseconds since the epoch after which no further finding is looked at. */
  readonly deadline: number;
  /** Told at the beginning, and after each finding. */
  readonly progress: (done: number, total: number) => void;
}

/** @returns for each finding the same with its bare case and the signature of that; null for one that is not recognized */
export async function knownAsMet(
  evaluator: Evaluator,
  findings: readonly Finding[],
  { plan, knownCauses, deadline, progress }: KnownAsMetOptions,
): Promise<(Finding | null)[]> {
  if (findings.length === 0 || knownCauses.length === 0) return findings.map(() => null);
  let done = 0;
  progress(done, findings.length);
  return mapRoundRobin(findings, evaluator.workers, async (finding, index) => {
    const observe = evaluator.worker(index).warm(plan.lane, deadline);
    const known = await recognized(observe, evaluator.subject.version, finding, knownCauses);
    progress(++done, findings.length);
    return known;
  });
}

async function recognized(
  observe: Observe,
  version: string,
  finding: Finding,
  knownCauses: readonly KnownCause[],
): Promise<Finding | null> {
  const { law, case: value } = finding;
  const claim = { law, ...onFewestPaths(finding) };
  let able = signaturesFor(claim, value, knownCauses);
  const tried = able.length > 0 ? await trialOf(observe, value, version, claim) : null;
  if (!tried) return null;
  const needed: string[] = [];
  for (const each of REPAIRS) {
    const has = ({ repairs }: Cause) => repairs.includes(each.id);
    if (!able.some(has)) continue;
    const ending = await tried(each);
    if (ending === 'no time') return null;
    if (ending) needed.push(each.id);
    else able = able.filter((signature) => !has(signature));
  }
  if (able.length === 0) return null;
  for (const bare of bareCases(value, needed)) {
    const own = { ...finding, case: bare, signature: await signatureOf(observe, bare, version, claim) };
    const repairs = causeOf(own)?.repairs ?? [];
    const endsAsMet = able.some((signature) => isDeepStrictEqual(signature.repairs, repairs));
    if (endsAsMet && repairedAs(own, knownCauses)) return own;
  }
  return null;
}

/** The known signatures that a case can have: all of their repairs apply to it, and one of their paths is run. */
function signaturesFor(
  { fingerprint, paths }: Claim,
  value: Case,
  knownCauses: readonly KnownCause[],
): readonly Cause[] {
  // The steps of a case start gateways, and a case without them is judged by other laws.
  if (value.steps) return [];
  const run = new Set(paths.map(codeOf));
  const applying = new Set(REPAIRS.filter(({ repaired }) => repaired(value)).map(({ id }) => id));
  return knownCauses
    .filter((cause) => !isWorse([fingerprint], fingerprintsOf([cause])))
    .flatMap(({ signatures }) => signatures)
    .filter(
      (each) =>
        each.repairs.length > 0 &&
        each.paths.some((path) => run.has(path)) &&
        each.repairs.every((id) => applying.has(id)),
    );
}

/** A case with all repaired but what a violation needs; then one that keeps its credentials, of which it may need one or another. */
function bareCases(value: Case, needed: readonly string[]): Case[] {
  // The whole of what is needed in part stays.
  const matters = ({ id }: Repair) => needed.some((each) => each === id || each.startsWith(`${id}.`));
  const others = REPAIRS.filter((each) => !matters(each));
  return [others, others.filter(({ keepsCredentials }) => keepsCredentials)].map((repairs) =>
    repairs.reduce((before, { repaired }) => repaired(before) ?? before, value),
  );
}

/** The known cause with a finding's repairs. The words of a failure, which stand for repairs where none ends it, are those of a fresh process. */
export function repairedAs(finding: Finding, knownCauses: readonly KnownCause[]): KnownCause | null {
  const cause = causeOf(finding);
  return cause?.repairs.length ? causeBySignature({ ...finding, cause }, knownCauses) : null;
}
