/**
 * Whether memory search, which asks chat's provider, falls back on the case's other one (`fallback`).
 *
 * @source openclaw@2026.9.6:docs/reference/memory-config.md ("Provider selection": `fallback`), in
 *   openclaw@2026.5.22:docs/reference/memory-config.md as well; upstream reports #38401, #96534, #118759, #142364
 */
import { z } from 'zod';
import { type ProviderId, providerOf } from '../providers/catalog.ts';
import { axis } from './axis.ts';
import { oneIn } from './weighted.ts';

export const memoryFallback = axis({
  meaning:
    "Whether memory search falls back on the second provider (memory.search.fallback), where it and chat's provider have models for vectors.",
  schema: z.boolean(),
  usual: false,
  since: 19,
  arbitrary: oneIn(12),
  label: () => 'memory search that falls back on the other provider',
});

interface FallingCase {
  readonly memoryFallback: boolean;
  readonly provider: { readonly id: ProviderId };
  readonly otherProvider: { readonly id: ProviderId } | null;
  readonly steps: readonly unknown[] | null;
}

/** The provider that memory search falls back on; null: none. Steps move memory search, and say nothing of what it falls back on. */
export function memoryFallbackOf(value: FallingCase): ProviderId | null {
  const { memoryFallback: isSet, provider, otherProvider, steps } = value;
  if (!isSet || !otherProvider || steps !== null) return null;
  const canEmbed = providerOf(provider.id).ownModels?.embedding !== undefined;
  return canEmbed && canBeNext(otherProvider.id) ? otherProvider.id : null;
}

/** Whether every build takes the provider as one to fall back on, with nothing but a variable: early ones have a list of their own. */
export function canBeNext(id: ProviderId): boolean {
  const { ownModels, firstBuilds, needsEntry, family, environmentVariables } = providerOf(id);
  if (!ownModels?.embedding || firstBuilds?.embedding !== undefined) return false;
  return !needsEntry && family !== 'self-hosted' && environmentVariables.length > 0;
}
