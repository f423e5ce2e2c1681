/** What a stand-in does with the fields that the documents list. */
import { judgeField, promisedFields, promiseOfField } from '../invariants/field-takes-reference.ts';
import type { PromiseId } from '../invariants/promises/promises.ts';
import type { FieldObservation } from '../observation/field.ts';

/** What is seen of a field in a build that takes a reference there, or refuses it. */
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

/** A build that takes references in all fields but that of the promise, and what is found of it; null where nothing is, or more. */
export function faultOfField(id: PromiseId): { readonly fault: string; readonly found: string } | null {
  const violations = [...promisedFields()]
    .map((field) => takesReferences(field, promiseOfField(field) !== id))
    .filter((field) => judgeField(field).kind === 'violates');
  const [violation] = violations;
  if (violations.length !== 1 || !violation) return null;
  const fault = 'the build refuses a reference in this field alone';
  return { fault, found: `fields-take-references: ${violation.field}` };
}
