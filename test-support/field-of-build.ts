/** Fields of a stand-in: they test our own law, and are no build's. */
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { judgeField, promisedFields, promiseOfField } from '../invariants/field-takes-reference.ts';
import type { PromiseId } from '../invariants/promises/promises.ts';
import { judgeSetting, promisesOfSetting, settingsFor } from '../invariants/setting-as-documented.ts';
import type { FieldObservation } from '../observation/field.ts';

/** The observation of a field in a build that takes a reference there, or refuses it. */
export function takesReferences(field: string, doesTake = true): FieldObservation {
  return {
    field,
    takesReference: doesTake,
    takesText: doesTake ? null : true,
    refusesOthers: null,
    unresolved: { unset: doesTake, set: false },
    isBundled: true,
    isDisclosed: false,
  };
}

/**
 * A build that does what the documents say with all fields and settings but that of the promise, and what is found of it; null where
 * nothing is, or more.
 */
export function faultOfField(id: PromiseId): { readonly fault: string; readonly found: string } | null {
  const ofSetting = settingsFor(DEFAULT_TARGET).find((setting) =>
    promisesOfSetting(setting, DEFAULT_TARGET).includes(id),
  );
  const fields = [...promisedFields()].map((field) => ({
    field,
    judgement: judgeField(takesReferences(field, promiseOfField(field) !== id)),
  }));
  const settings = settingsFor(DEFAULT_TARGET).map((setting) => ({
    field: setting,
    judgement: judgeSetting({ setting, isUsual: true, isKept: setting !== ofSetting }),
  }));
  const violations = [...fields, ...settings].flatMap(({ field, judgement }) =>
    judgement.kind === 'violates' ? [{ field, fault: judgement.fault }] : [],
  );
  const [violation] = violations;
  if (violations.length !== 1 || !violation) return null;
  return { fault: `the build ${violation.fault}`, found: `fields-as-documented: ${violation.field}` };
}
