/**
 * A variable that names a provider's address, and who set it: the user in the environment of the process, or whoever
 * wrote the `.env` of the working directory, which may not move a key to another host.
 *
 * @source openclaw@2026.9.6:docs/help/environment.md (what a workspace .env may set); the SDKs' own variables
 *   (`OPENAI_BASE_URL` and the like)
 */
import fc from 'fast-check';
import { z } from 'zod';
import type { ProviderId } from '../providers/catalog.ts';

export const addressVariableSchema = z.strictObject({ layer: z.enum(['process', 'workspace']) });
export type AddressVariable = z.infer<typeof addressVariableSchema>;

/** The variable of each provider that has one. */
export const ADDRESS_VARIABLES: Readonly<Partial<Record<ProviderId, string>>> = {
  google: 'GOOGLE_GEMINI_BASE_URL',
  anthropic: 'ANTHROPIC_BASE_URL',
  openai: 'OPENAI_BASE_URL',
  openrouter: 'OPENROUTER_BASE_URL',
  xai: 'XAI_BASE_URL',
  minimax: 'MINIMAX_API_HOST',
  'amazon-bedrock': 'AWS_ENDPOINT_URL_BEDROCK_RUNTIME',
};

/** Rarely one, where the provider has a variable. */
export function addressVariableArbitrary(id: ProviderId): fc.Arbitrary<AddressVariable | null> {
  if (!ADDRESS_VARIABLES[id]) return fc.constant(null);
  return fc.oneof(
    { weight: 9, arbitrary: fc.constant<AddressVariable | null>(null) },
    { weight: 1, arbitrary: fc.record({ layer: fc.constantFrom('workspace' as const, 'process') }) },
  );
}

/** The host that the variable of a provider names. */
export function variableHost(id: ProviderId): string {
  return `${id}.named-by-variable.com`;
}
