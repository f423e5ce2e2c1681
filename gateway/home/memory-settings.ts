/** The settings of memory search that a case has of its own, in the form of the version. */
import { choosesMemory } from '../../generators/axes/memory-choice.ts';
import { memoryEndpointOf } from '../../generators/axes/memory-endpoint.ts';
import { memoryFallbackOf } from '../../generators/axes/memory-fallback.ts';
import type { Case } from '../../generators/case.ts';
import { nameOnPath, providerOf } from '../../generators/providers/catalog.ts';
import { memoryHost } from '../../generators/providers/hosts.ts';
import type { Canary } from '../../generators/secrets/canaries.ts';
import { memory } from '../../paths/memory.ts';
import type { PathSettings } from '../../paths/parts/home-needs.ts';
import type { VersionTraits } from '../versions/traits.ts';
import { MEMORY_HEADER, memoryHeaderText } from './own-headers.ts';
import { secretField } from './secret-reference.ts';

/**
 * Memory search with what a case sets for it alone: its endpoint, and the provider that it falls back on where a path looks into it.
 */
export function memorySettings(
  own: Required<PathSettings>,
  value: Case,
  canaries: readonly Canary[],
  traits: VersionTraits,
): Sections {
  if (choosesMemory(value)) return withoutProvider(own as MemorySections);
  return withMemoryEndpoint(withFallback(own, value), value, canaries, traits);
}

/** No path names the provider to fall back on: that is the case's. */
function withFallback(own: Required<PathSettings>, value: Case): Sections {
  const provider = memoryFallbackOf(value);
  if (!provider) return own;
  const fallback = nameOnPath(provider, memory.name);
  const { agentDefaults, sections } = own as MemorySections;
  if (agentDefaults.memorySearch)
    return {
      sections,
      agentDefaults: { ...agentDefaults, memorySearch: { ...agentDefaults.memorySearch, fallback } },
    };
  const search = sections.memory?.search;
  if (!search) return own;
  return {
    agentDefaults,
    sections: { ...sections, memory: { ...sections.memory, search: { ...search, fallback } } },
  };
}

/**
 * Memory search with its endpoint, beside what the path that looks into it sets. Where no such path runs, the endpoint
 * alone is set: a user has it at all times.
 */
function withMemoryEndpoint(
  own: Sections,
  value: Case,
  canaries: readonly Canary[],
  traits: VersionTraits,
): Sections {
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

type Sections = Pick<Required<PathSettings>, 'agentDefaults' | 'sections'>;

interface MemorySections {
  readonly agentDefaults: { readonly memorySearch?: object };
  readonly sections: { readonly memory?: { readonly search?: object } };
}
