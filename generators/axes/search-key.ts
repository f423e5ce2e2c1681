/**
 * A key for web search alone: `apiKey` of the search settings of the chat provider's plugin. It is another secret than
 * the provider's, and no other path may use it.
 *
 * @source openclaw@2026.9.6:docs/tools/gemini-search.md (`plugins.entries.google.config.webSearch.apiKey`);
 *   openclaw@2026.9.6:docs/tools/web.md (all such fields take a SecretRef)
 */
import { type ProviderId, providerOf } from '../providers/catalog.ts';
import { axis } from './axis.ts';
import { rarely } from './rarely.ts';
import { type SpeechSecret, speechSecretArbitrary, speechSecretSchema } from './secret.ts';

export const searchKey = axis({
  meaning:
    "A secret of web search alone (webSearch.apiKey of the plugin of the chat's provider), which no other path may use; null: none.",
  schema: speechSecretSchema.nullable(),
  usual: null,
  since: 12,
  arbitrary: rarely(speechSecretArbitrary),
});

interface SearchOfCase {
  readonly searchKey: SpeechSecret | null;
  readonly provider: { readonly id: ProviderId };
}

/** The key of web search and whose it is; null where there is none, or the chat's provider does not search. */
export function searchKeyOf({
  searchKey,
  provider,
}: SearchOfCase): { readonly provider: ProviderId; readonly secret: SpeechSecret } | null {
  if (!searchKey || !providerOf(provider.id).ownModels?.['web-search']) return null;
  return { provider: provider.id, secret: searchKey };
}
