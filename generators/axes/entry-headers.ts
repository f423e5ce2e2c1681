/**
 * Headers of the provider's entry under names of their own: what a proxy or a gateway between wants to know.
 *
 * `tenant`: whom it is for. `user-agent`: what it takes the client for. `gateway-token`: the gateway's own secret, beside
 * the provider's.
 *
 * @source openclaw@2026.9.6:docs/gateway/config-tools/custom-providers.md (`models.providers.*.headers`: extra static
 *   headers for proxy/tenant routing); upstream reports of headers that one path drops (#67056, #139172)
 */

import fc from 'fast-check';
import { z } from 'zod';
import { setupAxis } from './axis.ts';
import { shrunkBy } from './shrunk-by.ts';

export const entryHeaderSchema = z.enum(['tenant', 'user-agent', 'gateway-token']);
export type EntryHeader = z.infer<typeof entryHeaderSchema>;

/** The names under which the headers are sent. */
export const HEADER_NAMES: Readonly<Record<EntryHeader, string>> = {
  tenant: 'X-Tenant',
  'user-agent': 'User-Agent',
  'gateway-token': 'cf-aig-authorization',
};

const some = fc.uniqueArray(fc.constantFrom(...entryHeaderSchema.options), {
  minLength: 1,
  maxLength: entryHeaderSchema.options.length,
});

/** A list of some shrinks to none, which a choice among alternatives would not. */
const fewer = fc.array(fc.constantFrom(...entryHeaderSchema.options), { maxLength: 3 });

/** In one case of ten. */
const rarelySome: fc.Arbitrary<EntryHeader[]> = fc.oneof(
  { weight: 9, arbitrary: fc.constant<EntryHeader[]>([]) },
  { weight: 1, arbitrary: some },
);

export const entryHeaders = setupAxis({
  meaning:
    "Headers of the provider's entry under names of their own: a tenant, a User-Agent, a gateway's token (cf-aig-authorization). Without an entry there are none.",
  schema: z.array(entryHeaderSchema).max(3),
  usual: [],
  since: 8,
  arbitrary: ({ isAws, isGoogleCloud }) =>
    isAws || isGoogleCloud ? fc.constant([]) : shrunkBy(rarelySome, fewer),
});
