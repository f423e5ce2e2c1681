/**
 * The law on fields: a field that the documents list takes a secret reference, and the build knows that one is there.
 *
 * It judges what a build says of its configuration, and no path: so it needs no case, and a run asks once.
 */
import { z } from 'zod';
import type { FieldObservation } from '../observation/field.ts';
import { ALL_PROMISES, type PromiseId } from './promises/promises.ts';

/** The way in which a build breaks the promise. */
export const fieldFaultSchema = z.enum([
  'refuses a reference',
  'does not tell that a reference is unresolved',
  'calls a reference unresolved that is not',
  'prints the secret',
  'reads a variable that is not on the list',
  'reads a file that others may read',
  'takes what a program prints beyond its limits',
  'takes a reference where none may stand',
  'takes a key where none may stand',
  'takes a blank variable for a folder',
  'does not move the folder of the agent',
  'does not say that there is no model to probe',
  'keeps the old secret as text',
]);
export type FieldFault = z.infer<typeof fieldFaultSchema>;

export type FieldJudgement =
  | { readonly kind: 'conforms' }
  | { readonly kind: 'violates'; readonly fault: FieldFault }
  | { readonly kind: 'not testable'; readonly reason: string };

/** @source openclaw@2026.9.6:docs/reference/secretref-credential-surface.md, openclaw@2026.9.6:docs/cli/secrets.md (Audit) */
export function judgeField(field: FieldObservation): FieldJudgement {
  const { takesReference, takesText, refusesOthers, unresolved, isBundled, isDisclosed } = field;
  if (isDisclosed) return violates('prints the secret');
  if (!takesReference) {
    if (takesText) return violates('refuses a reference');
    return { kind: 'not testable', reason: 'the build refuses text there, too' };
  }
  if (unresolved.set) return violates('calls a reference unresolved that is not');
  if (unresolved.unset) return { kind: 'conforms' };
  if (isBundled) return violates('does not tell that a reference is unresolved');
  // Without the plugin nothing asks for the reference; its schema may still come with the build.
  if (refusesOthers) return { kind: 'conforms' };
  return { kind: 'not testable', reason: 'its plugin does not come with the build' };
}

function violates(fault: FieldFault): FieldJudgement {
  return { kind: 'violates', fault };
}

/** The promise that a field takes a reference; null for a field that no promise names. */
export function promiseOfField(field: string): PromiseId | null {
  return BY_FIELD.get(field) ?? null;
}

/** The fields that a promise names: they are what a run asks for. */
export function promisedFields(): ReadonlySet<string> {
  return new Set(BY_FIELD.keys());
}

const BY_FIELD: ReadonlyMap<string, PromiseId> = new Map(
  ALL_PROMISES.flatMap(({ id, field }) => (field === undefined ? [] : [[field, id] as const])),
);
