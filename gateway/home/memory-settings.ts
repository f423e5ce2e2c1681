/** The settings of memory search that a case has of its own, in the form of the version. */
import { choosesMemory } from '../../generators/axes/memory-choice.ts';
import { memoryEndpointOf } from '../../generators/axes/memory-endpoint.ts';
import type { Case } from '../../generators/case.ts';
import { providerOf } from '../../generators/providers/catalog.ts';
import { memoryHost } from '../../generators/providers/hosts.ts';
import type { Canary } from '../../generators/secrets/canaries.ts';
import type { PathSettings } from '../../paths/parts/home-needs.ts';
import type { VersionTraits } from '../versions/traits.ts';
import { MEMORY_HEADER, memoryHeaderText } from './own-headers.ts';
import { secretField } from './secret-reference.ts';

/**
 * Memory search with its endpoint, beside what the path that looks into it sets. Where no such path runs, the endpoint
 * alone is set: a user has it at all times.
 */
export function withMemoryEndpoint(
  own: Required<PathSettings>,
  value: Case,
  canaries: readonly Canary[],
  traits: VersionTraits,
): Pick<Required<PathSettings>, 'agentDefaults' | 'sections'> {
  if (choosesMemory(value)) return withoutProvider(own as MemorySections);
  const endpoint = memoryEndpointOf(value);
  if (!endpoint) return own;
  const { provider, apiKey: secret, hasAddress, hasHeader } = endpoint;
  const apiKey = secretField({ holder: 'memory', provider, source: secret.source }, canaries);
  const { pathname } = new URL(providerOf(provider).baseUrl);
  const remote = {
    ...(hasAddress ? { baseUrl: `https://${memoryHost(provider)}${pathname.replace(/\/$/, '')}` } : {}),
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(hasHeader ? { headers: { [MEMORY_HEADER]: memoryHeaderText(provider) } } : {}),
  };
  const { agentDefaults, sections } = own as MemorySections;
  if (traits.memorySearch === 'agents') {
    const memorySearch = { ...agentDefaults.memorySearch, remote };
    return { sections, agentDefaults: { ...agentDefaults, memorySearch } };
  }
  const search = { ...sections.memory?.search, remote };
  return { agentDefaults, sections: { ...sections, memory: { ...sections.memory, search } } };
}

/** Memory search that is told of no provider, model or next one. */
function withoutProvider({ agentDefaults, sections }: MemorySections): MemorySections {
  const { memorySearch: _, ...others } = agentDefaults;
  const { memory: __, ...rest } = sections;
  return { agentDefaults: others, sections: rest };
}

interface MemorySections {
  readonly agentDefaults: { readonly memorySearch?: object };
  readonly sections: { readonly memory?: { readonly search?: object } };
}
