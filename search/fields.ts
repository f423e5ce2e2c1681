/** Judges the fields that a build's documents say take a secret reference: once a run, since no case has a part in it. */
import { documentedFields } from '../gateway/fields/documented-fields.ts';
import { startFieldCommands } from '../gateway/fields/field-commands.ts';
import { observeFields } from '../gateway/fields/observe-fields.ts';
import type { Subject } from '../gateway/subject/subject.ts';
import { judgeField, promisedFields, promiseOfField } from '../invariants/field-takes-reference.ts';
import { ALL_PROMISES } from '../invariants/promises/promises.ts';
import type { FieldObservation } from '../observation/field.ts';
import type { KnownField } from './baseline/known-fields.ts';
import { Stopped } from './evaluate/stopped.ts';
import type { JudgedField, JudgedFields } from './result/judged-fields.ts';
import type { Result } from './result/result.ts';
import type { SearchPlan } from './search-plan.ts';

/** Whether a run asks for the fields: who allows gaps asks for a short run, and one shard asks for all. */
export function asksForFields({ allowGaps, shard }: Pick<SearchPlan, 'allowGaps' | 'shard'>): boolean {
  return !allowGaps && (shard === null || shard.index === 1);
}

/**
 * @param only the fields to ask for, as the documents name them; null: all
 * @param known those of the baseline that hold for the build
 * @throws Stopped
 */
export async function fieldsOf(
  subject: Subject,
  only: ReadonlySet<string> | null,
  known: readonly KnownField[],
  signal?: AbortSignal,
): Promise<JudgedFields> {
  const documented = (await documentedFields(subject)).filter(({ field }) => only?.has(field) ?? true);
  if (documented.length === 0) return { problem: null, observed: [] };
  try {
    await using commands = await startFieldCommands(subject, signal);
    const observed = await observeFields(commands, documented, only ?? promisedFields());
    return { problem: null, observed: observed.map((each) => judged(each, known)) };
  } catch (error) {
    if (error instanceof Stopped) throw error;
    return { problem: error instanceof Error ? error.message : String(error), observed: [] };
  }
}

function judged(observed: FieldObservation, known: readonly KnownField[]): JudgedField {
  const { field } = observed;
  const judgement = judgeField(observed);
  const entry = known.find((each) => each.field === field);
  const fault = judgement.kind === 'violates' ? judgement.fault : null;
  return {
    field,
    promise: promiseOfField(field),
    verdict: judgement.kind,
    fault,
    reason: judgement.kind === 'not testable' ? judgement.reason : null,
    status: statusOf(judgement.kind, fault, entry),
  };
}

function statusOf(
  verdict: JudgedField['verdict'],
  fault: KnownField['fault'] | null,
  entry: KnownField | undefined,
): JudgedField['status'] {
  if (verdict === 'violates') return entry?.fault === fault ? 'known' : 'new';
  return verdict === 'conforms' && entry ? 'stale' : null;
}

/** By id, the promises that the fields of a run exercised and broke, of those that no case is about. */
export function promisesOfFields({ observed }: JudgedFields): Result['promises'] {
  const checked = new Set<string>(
    ALL_PROMISES.filter(({ judged }) => 'check' in judged).map((promise) => promise.id),
  );
  return Object.fromEntries(
    observed.flatMap(({ promise, verdict }) => {
      if (promise === null || !checked.has(promise)) return [];
      const counts = {
        exercised: verdict === 'not testable' ? 0 : 1,
        broken: verdict === 'violates' ? 1 : 0,
      };
      return [[promise, counts] as const];
    }),
  );
}

/** What the older build does as well is known. */
export function fieldsAsBefore({ problem, observed }: JudgedFields, before: JudgedFields): JudgedFields {
  const older = new Map(before.observed.map(({ field, fault }) => [field, fault]));
  return {
    problem,
    observed: observed.map((each) =>
      each.status === 'new' && older.get(each.field) === each.fault ? { ...each, status: 'known' } : each,
    ),
  };
}
