/**
 * An endpoint that memory search has for itself: a key, and with it an address or a header of its own. No other path
 * may use the key, and no other key goes to the address.
 *
 * @source openclaw@2026.9.6:docs/reference/memory-config.md ("Remote endpoint config": `memory.search.remote.*`);
 *   openclaw@2026.7.1-2:docs/reference/memory-config.md (`agents.defaults.memorySearch.remote.*`)
 */
import fc from 'fast-check';
import { z } from 'zod';
import { type ProviderId, providerOf } from '../providers/catalog.ts';
import { axis } from './axis.ts';
import { rarely } from './rarely.ts';
import { speechSecretArbitrary, speechSecretSchema } from './secret.ts';
import { oneIn } from './weighted.ts';

const memoryEndpointSchema = z.strictObject({
  apiKey: speechSecretSchema,
  hasAddress: z.boolean().describe('Whether it names another host than the provider has.'),
  hasHeader: z.boolean().describe('Whether it names a header of its own, a tenant.'),
});
export type MemoryEndpoint = z.infer<typeof memoryEndpointSchema>;

export const memoryEndpoint = axis({
  meaning:
    "What memory search has of its own at the chat's provider: a key, and with it an address or a header; null: nothing.",
  schema: memoryEndpointSchema.nullable(),
  usual: null,
  since: 12,
  arbitrary: rarely(fc.record({ apiKey: speechSecretArbitrary, hasAddress: oneIn(3), hasHeader: oneIn(3) })),
});

interface MemoryOfCase {
  readonly memoryEndpoint: MemoryEndpoint | null;
  readonly provider: { readonly id: ProviderId };
}

/** The endpoint of memory search and whose it is; null where there is none, or the chat's provider embeds nothing. */
export function memoryEndpointOf({
  memoryEndpoint: endpoint,
  provider,
}: MemoryOfCase): (MemoryEndpoint & { readonly provider: ProviderId }) | null {
  const { ownModels, credentials } = providerOf(provider.id);
  // AWS signs with its own chain.
  if (!endpoint || !ownModels?.embedding || credentials === 'aws') return null;
  return { ...endpoint, provider: provider.id };
}
