/** Judges the fields that a build's documents say take a secret reference: once a run, since no case has a part in it. */
import { documentedFields } from '../gateway/fields/documented-fields.ts';
import { startHomeCommands } from '../gateway/fields/home-commands.ts';
import { observeFields } from '../gateway/fields/observe-fields.ts';
import { observeSettings } from '../gateway/fields/observe-settings.ts';
import type { Subject } from '../gateway/subject/subject.ts';
import {
  type FieldJudgement,
  judgeField,
  promisedFields,
  promiseOfField,
} from '../invariants/field-takes-reference.ts';
import { ALL_PROMISES, type PromiseId } from '../invariants/promises/promises.ts';
import { judgeSetting, promisesOfSetting, settingsFor } from '../invariants/setting-as-documented.ts';
import type { KnownField } from './baseline/known-fields.ts';
import { Stopped } from './evaluate/stopped.ts';
import type { JudgedField, JudgedFields } from './result/judged-fields.ts';
import type { Result } from './result/result.ts';
import type { SearchPlan } from './search-plan.ts';

/** Whether a run asks for the fields: who allows gaps asks for a short run, and one shard asks for all. */
export function asksForFields({ allowGaps, shard }: Pick<SearchPlan, 'allowGaps' | 'shard'>): boolean {
  return !allowGaps && (shard === null || shard.index === 1);
}

export interface FieldsAsked {
  /** The fields and settings to ask for, as the documents name them; null: all. */
  readonly only: ReadonlySet<string> | null;
  /** Those of the baseline that hold for the build. */
  readonly known: readonly KnownField[];
  /** Whether settings are asked for, too: each takes two commands or more. */
  readonly withSettings: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** @throws Stopped */
export async function fieldsOf(
  subject: Subject,
  { only, known, withSettings, signal }: FieldsAsked,
): Promise<JudgedFields> {
  const listed = await documentedFields(subject);
  // A build without the list makes no promise of a setting either.
  if (listed.length === 0) return { problem: null, observed: [] };
  const documented = listed.filter(({ field }) => only?.has(field) ?? true);
  const settings = withSettings
    ? settingsFor(subject.version).filter((setting) => only?.has(setting) ?? true)
    : [];
  try {
    await using commands = await startHomeCommands(subject, signal);
    const fields = await observeFields(commands, documented, only ?? promisedFields());
    const seen = await observeSettings(commands, settings);
    return {
      problem: null,
      observed: [
        ...fields.map((each) => judged(each.field, promiseOfField(each.field), judgeField(each), known)),
        ...seen.flatMap((each) =>
          promisesOfSetting(each.setting, subject.version).map((promise) =>
            judged(each.setting, promise, judgeSetting(each), known),
          ),
        ),
      ],
    };
  } catch (error) {
    if (error instanceof Stopped) throw error;
    return { problem: error instanceof Error ? error.message : String(error), observed: [] };
  }
}

function judged(
  field: string,
  promise: PromiseId | null,
  judgement: FieldJudgement,
  known: readonly KnownField[],
): JudgedField {
  const entry = known.find((each) => each.field === field);
  const fault = judgement.kind === 'violates' ? judgement.fault : null;
  return {
    field,
    promise,
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

/** Counts as known each fault that the older build has, too. */
export function fieldsAsBefore({ problem, observed }: JudgedFields, before: JudgedFields): JudgedFields {
  const older = new Map(before.observed.map(({ field, fault }) => [field, fault]));
  return {
    problem,
    observed: observed.map((each) =>
      each.status === 'new' && older.get(each.field) === each.fault ? { ...each, status: 'known' } : each,
    ),
  };
}
