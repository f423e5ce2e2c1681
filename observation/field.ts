/** The record of what a build does with one field of its configuration that its documents say takes a secret reference. */
import { z } from 'zod';

const fieldObservationSchema = z.object({
  /** The field as the documents name it, with `*` for a name of the user's and `[]` for an element of a list. */
  field: z.string(),
  /** Whether the build takes a configuration with a reference there. */
  takesReference: z.boolean(),
  /** Whether it takes one with text there; null: not asked, since it takes the reference. */
  takesText: z.boolean().nullable(),
  /** Whether it refuses a value there that is neither; null: not asked. */
  refusesOthers: z.boolean().nullable(),
  /** Whether its audit names the reference as unresolved where its variable is not set, and where it is. */
  unresolved: z.object({ unset: z.boolean(), set: z.boolean() }),
  /** Whether the plugin that has the field comes with the build; true for a field of the build itself. */
  isBundled: z.boolean(),
  /** Whether its audit printed the secret. */
  isDisclosed: z.boolean(),
});
export type FieldObservation = z.infer<typeof fieldObservationSchema>;
