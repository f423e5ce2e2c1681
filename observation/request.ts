/** One request that a path sent. */

import { z } from 'zod';
import { entryHeaderSchema } from '../generators/axes/entry-headers.ts';
import { credentialSchema } from './credential.ts';

/** A header of the provider's entry or its `request`, of the media entries, or of memory search. */
const ownHeaderSchema = z.enum([...entryHeaderSchema.options, 'media', 'memory', 'request']);
export type OwnHeader = z.infer<typeof ownHeaderSchema>;

export const requestSchema = z.object({
  httpVersion: z.string(),
  method: z.string(),
  host: z.string(),
  path: z.string(),
  /**
   * `model`: asks a provider's model. `fallback`: asks that of another provider, which the case names for when its own fails.
   * `provider`: anything else at a provider of the case. `other`: any other host, where it is sent a credential.
   */
  purpose: z.enum(['model', 'fallback', 'provider', 'other']),
  credentials: z.array(credentialSchema),
  /** The headers under names of their own that the case configures, and that it has with their text. */
  ownHeaders: z.array(ownHeaderSchema),
  /** The region that an AWS signature is for; null for no signature. */
  region: z.string().nullable(),
  /** The features that an AWS client names in its User-Agent; null where it names none. */
  awsFeatures: z.string().nullable(),
  /** 0 where the connection was reset in place of an answer. */
  status: z.number(),
  /** Whether the provider refused the credential by a status of another meaning, as Google's 400; absent: it did not. */
  refusesKey: z.literal(true).optional(),
  /** Whether it went through the proxy that the process was told of; absent: it did not. */
  viaProxy: z.literal(true).optional(),
});
export type WireRequest = z.infer<typeof requestSchema>;
