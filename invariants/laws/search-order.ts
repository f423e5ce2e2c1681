import { searchKeyOf } from '../../generators/axes/search-key.ts';
import type { Case } from '../../generators/case.ts';
import { type ProviderId, providerOf } from '../../generators/providers/catalog.ts';
import { placeOf } from '../../observation/credential.ts';
import { credentialsHolder, credentialsText, firstCredentials, outcomeText } from '../behaviour.ts';
import { familyOf, type Law, observed } from '../law.ts';
import { PROVIDERS_OF_PROMISES } from '../promises/providers-of-promises.ts';
import { violationsOf } from '../violation.ts';

type Holder = 'search' | 'environment' | 'entry';

/**
 * Judged where every secret of the provider is there and written as usual: what an odd one among them does to the order,
 * the document leaves open.
 */
export const searchOrder: Law = {
  id: 'search-order',
  sentence: 'web search sends its own key, else the one of the environment, else the one of the entry',
  source: 'openclaw@2026.9.6:docs/tools/gemini-search.md ("Credential precedence")',
  judges: (judged) => Boolean(observed(judged, 'web-search') && documentedHolder(judged.value)),
  check: (judged) => {
    const search = observed(judged, 'web-search');
    const expected = documentedHolder(judged.value);
    if (!search || !expected || judged.value.mediaPin) return [];
    const sent = firstCredentials(search);
    if (sent?.length && sent.every((each) => placeOf(each)?.holder === expected)) return [];
    const wantsKey = search.outcome.kind === 'failure' && WANTS_KEY.includes(search.outcome.class);
    if (!sent && !wantsKey) return [];
    const end = sent ? credentialsHolder(sent) : outcomeText(search);
    const detail = `web search ends with ${outcomeText(search)} (${credentialsText(sent)}), documented is its ${expected}`;
    return violationsOf('search-order', familyOf(judged), [
      { path: 'web-search', reference: null, behaviour: `${end} in place of ${expected}`, detail },
    ]);
  },
};

const WANTS_KEY: readonly string[] = ['no-credential', 'nothing-selected', 'other'];

/** Whether the document names the order of a provider's keys. */
export function isDocumentedFor(id: ProviderId): boolean {
  return PROVIDERS_OF_PROMISES['gemini-search/order-of-keys']!.includes(id);
}

/** The holder whose credential web search sends; null where the document says nothing. */
function documentedHolder(value: Case): Holder | null {
  const { id, environment, entry } = value.provider;
  if (!isDocumentedFor(id)) return null;
  const [usual] = providerOf(id).environmentVariables;
  const key = searchKeyOf(value)?.secret;
  const named = environment.filter(({ name, layer }) => name === usual && layer !== 'workspace');
  const ofEntry = entry?.apiKey;
  const secrets = [key, ...environment, ofEntry, entry?.header];
  const isClear = secrets.every((each) => !each || (each.holds !== 'nothing' && each.shape === 'plain'));
  if (!isClear || ofEntry?.source === 'marker' || ofEntry?.source === 'foreign-name') return null;
  if (key) return 'search';
  if (named.length > 0) return 'environment';
  return ofEntry ? 'entry' : null;
}
