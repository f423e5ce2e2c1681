/** The provider that web search chooses where none is named, a part of search-order. */
import { searchKeyOf } from '../../generators/axes/search-key.ts';
import type { ProviderSetup } from '../../generators/provider-setup.ts';
import { type ProviderId, providerOf } from '../../generators/providers/catalog.ts';
import { setupsOf } from '../../generators/secrets/canaries.ts';
import { hasUsualKey } from '../../generators/usual-key.ts';
import type { PathName } from '../../observation/path-name.ts';
import { choosesByItself } from '../../paths/asked-model.ts';
import { webSearch } from '../../paths/web-search.ts';
import { credentialsText, firstCredentials } from '../behaviour.ts';
import { type Judged, observed } from '../law.ts';
import { isPromised } from '../promises/promises.ts';
import type { Deviation } from '../violation.ts';

/** The providers of cases, in the order of the document. */
const ORDER: readonly ProviderId[] = ['minimax', 'google', 'xai', 'moonshot'];

/**
 * The provider that the document puts first among those of a case; null where it leaves the choice open, or a provider has something whose
 * readiness builds judge differently.
 */
export function chosenSearcher({ value, version }: Pick<Judged, 'value' | 'version'>): ProviderId | null {
  if (
    !choosesByItself(value, webSearch) ||
    searchKeyOf(value) ||
    !isPromised('web-tools/search-order', version)
  )
    return null;
  const setups = setupsOf(value).filter(({ id }) => providerOf(id).ownModels?.['web-search'] !== undefined);
  const isOpen = setups.some((setup) => !ORDER.includes(setup.id) || !(isReady(setup) || isBare(setup)));
  // The search of Perplexity takes this key, after the others.
  if (isOpen || setupsOf(value).some(({ id }) => id === 'openrouter')) return null;
  return ORDER.find((id) => setups.some((setup) => setup.id === id && isReady(setup))) ?? null;
}

/** Search that asks another provider than the first. */
export function searchesElsewhere(judged: Judged, path: PathName): Deviation[] {
  const search = observed(judged, path);
  const first = chosenSearcher(judged);
  const sent = search && firstCredentials(search);
  if (!search || !first || !sent || search.model.provider === first) return [];
  return [
    {
      path,
      reference: null,
      behaviour: 'another provider in place of the first that is ready',
      detail: `${path} asks ${search.model.provider} (${credentialsText(sent)}), documented first is ${first}`,
    },
  ];
}

/** Whether a provider has its usual key, and nothing else. */
function isReady(setup: ProviderSetup): boolean {
  return hasUsualKey(setup) && setup.spareKeys.length === 0;
}

function isBare({ environment, profiles, entry, spareKeys }: ProviderSetup): boolean {
  return [environment, profiles, spareKeys].every((each) => each.length === 0) && entry === null;
}
