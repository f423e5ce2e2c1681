/**
 * A variable that names a provider's address, and who set it: the user in the environment of the process, or whoever
 * wrote the `.env` of the working directory, which may not move a key to another host.
 *
 * @source openclaw@2026.9.6:docs/help/environment.md (what a workspace .env may set); the SDKs' own variables
 *   (`OPENAI_BASE_URL` and the like)
 */
import fc from 'fast-check';
import { z } from 'zod';
import { setupAxis } from './axis.ts';
import { rarely } from './rarely.ts';
import { shrunkBy } from './shrunk-by.ts';

const addressVariableSchema = z.strictObject({ layer: z.enum(['process', 'workspace']) });
export type AddressVariable = z.infer<typeof addressVariableSchema>;

const someone: fc.Arbitrary<AddressVariable> = fc.record({ layer: fc.constantFrom('workspace', 'process') });

/** A choice among alternatives without context does not shrink from one to another: `rarely` does. */
const oneInTen = fc.oneof(
  { weight: 9, arbitrary: fc.constant<AddressVariable | null>(null) },
  { weight: 1, arbitrary: someone },
);

export const addressVariable = setupAxis({
  meaning:
    "Who set the variable that names the provider's address (OPENAI_BASE_URL and the like) to another host; null: nobody.",
  schema: addressVariableSchema.nullable(),
  usual: null,
  since: 5,
  arbitrary: ({ hasAddressVariable }) =>
    hasAddressVariable ? shrunkBy(oneInTen, rarely(someone)) : fc.constant(null),
});
