/** Fields of a baseline: those that are known to take no secret reference, by range of versions. */
import { z } from 'zod';
import { isWithin, versionSchema } from '../../gateway/versions/version.ts';
import { fieldFaultSchema } from '../../invariants/field-takes-reference.ts';
import type { JudgedFields } from '../result/judged-fields.ts';

export const knownFieldSchema = z.strictObject({
  /** As the documents name it. */
  field: z.string().min(1),
  fault: fieldFaultSchema,
  /** The versions it holds for; `to` null: until further notice. */
  versions: z.strictObject({ from: versionSchema, to: versionSchema.nullable() }),
  /** The reason why it is accepted for now. */
  reason: z.string().min(1),
  /** The ticket that tracks it; null for none yet. */
  ticket: z.string().nullable(),
  firstSeen: z.iso.date(),
});
export type KnownField = z.infer<typeof knownFieldSchema>;

/** The fields of a baseline that are known for a version. */
export function knownFieldsFor(fields: readonly KnownField[], subjectVersion: string): KnownField[] {
  return fields.filter(({ versions }) => isWithin(subjectVersion, versions));
}

/** The entries for the fields that a run saw for the first time. */
export function knownFields(
  { fields, subject }: { readonly fields: JudgedFields; readonly subject: { readonly version: string } },
  date: string,
  reason: string,
): KnownField[] {
  return fields.observed
    .filter(({ status }) => status === 'new')
    .flatMap(({ field, fault }) =>
      fault === null
        ? []
        : [
            {
              field,
              fault,
              versions: { from: subject.version, to: null },
              reason,
              ticket: null,
              firstSeen: date,
            },
          ],
    );
}
