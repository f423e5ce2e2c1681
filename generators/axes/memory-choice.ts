/**
 * Whether nothing says which provider memory search asks, as where a user set nothing up: OpenClaw then takes the first that it has a key
 * for, and later builds OpenAI.
 *
 * @source openclaw@2026.3.13:docs/concepts/memory.md ("If `memorySearch.provider` is not set, OpenClaw auto-selects");
 *   openclaw@2026.5.22:docs/reference/memory-config.md ("Auto-detection order"); openclaw@2026.9.6:docs/reference/memory-config.md ("When
 *   `provider` is not set, OpenClaw uses OpenAI embeddings"); upstream report #71143
 */
import { z } from 'zod';
import { type ProviderId, providerOf } from '../providers/catalog.ts';
import { axis } from './axis.ts';
import { oneIn } from './weighted.ts';

export const memoryChoice = axis({
  meaning:
    'Whether nothing says which provider memory search asks, so that OpenClaw chooses: where no other provider of the case gives vectors.',
  schema: z.boolean(),
  usual: false,
  since: 19,
  arbitrary: oneIn(8),
  label: () => 'memory search that chooses its provider',
});

interface MemoryOfCase {
  readonly memoryChoice: boolean;
  readonly memoryEndpoint: object | null;
  readonly steps: readonly unknown[] | null;
  readonly provider: { readonly id: ProviderId };
  readonly otherProvider: { readonly id: ProviderId } | null;
}

/** Providers that every build with an order looks at. */
const CHOSEN: readonly ProviderId[] = ['openai', 'google', 'mistral', 'amazon-bedrock'];

/** Whether memory search is to choose, and can choose nobody but chat's provider. */
export function choosesMemory(value: MemoryOfCase): boolean {
  const { memoryEndpoint, steps, provider, otherProvider } = value;
  const isAlone = !otherProvider || providerOf(otherProvider.id).ownModels?.embedding === undefined;
  const isPlain = memoryEndpoint === null && steps === null;
  return value.memoryChoice && isPlain && isAlone && CHOSEN.includes(provider.id);
}
