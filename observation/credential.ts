import { z } from 'zod';

/** A credential as seen on the wire. */
export const credentialSchema = z.object({
  scheme: z.string(),
  /** The sentence of the place that held it (`generators/secrets/canaries.ts`), or null for text of no canary. */
  place: z.string().nullable(),
  /** The place without names: what a fingerprint may hold. */
  pattern: z.string(),
  validity: z.enum(['live', 'stale', 'unknown']),
  /** Whose secret it is; null for text of no canary. */
  provider: z.string().nullable(),
  /** Why the text cannot be a credential of the case (`empty text`, `the word undefined`, `a secret of an earlier run`, …), or null. */
  malformed: z.string().nullable(),
});
export type Credential = z.infer<typeof credentialSchema>;
