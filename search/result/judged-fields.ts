/** The fields of a run's result: what the build does with a secret reference in each field that its documents list. */
import { z } from 'zod';
import { fieldFaultSchema } from '../../invariants/field-takes-reference.ts';

export const judgedFieldsSchema = z.object({
  /** The reason why the build could not be asked, in one line; null where it was, or where the run does not ask. */
  problem: z.string().nullable(),
  observed: z.array(
    z.object({
      /** As the documents name it. */
      field: z.string(),
      /** The promise that it breaks or keeps; null where none names it. */
      promise: z.string().nullable(),
      verdict: z.enum(['conforms', 'violates', 'not testable']),
      fault: fieldFaultSchema.nullable(),
      /** The reason why it could not be tested; null where it was. */
      reason: z.string().nullable(),
      /** Of a violation: `known` to the baseline or not. `stale`: known to it, and kept. Null for the others. */
      status: z.enum(['new', 'known', 'stale']).nullable(),
    }),
  ),
});
export type JudgedFields = z.infer<typeof judgedFieldsSchema>;
export type JudgedField = JudgedFields['observed'][number];
