/** The settings of memory search: one provider, and no other in its place. */

import type { PathTraits } from './build.ts';
import type { HomeNeeds, PathSettings } from './home-needs.ts';

/** @param reference the embedding model, as `provider/model` */
export function searchSettings(reference: string, traits: PathTraits): PathSettings {
  const slash = reference.indexOf('/');
  const search = { provider: reference.slice(0, slash), model: reference.slice(slash + 1), fallback: 'none' };
  return traits.memorySearch === 'agents'
    ? { agentDefaults: { memorySearch: search } }
    : { sections: { memory: { search } } };
}

/** Whether a path asks the provider that memory search is set to. */
export function asksMemorySearch({ needs }: { readonly needs: HomeNeeds }): boolean {
  return needs.settings === searchSettings;
}
