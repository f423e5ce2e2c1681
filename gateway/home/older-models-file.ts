/**
 * The agent's generated models.json as an earlier run left it: with a key that was since replaced.
 *
 * @source docs/openclaw-auth-contract.md 1.1 (models.json); upstream reports of rotated keys that are ignored
 *   (#34656)
 */

import type { Case } from '../../generators/case.ts';
import { providerOfSetup } from '../../generators/provider-setup.ts';
import type { Provider } from '../../generators/providers/catalog.ts';
import { type Canary, setupsOf } from '../../generators/secrets/canaries.ts';
import { modelOf } from '../../paths/asked-model.ts';
import { chat } from '../../paths/chat.ts';

/** The file's content, or null where the case has none. */
export function olderModelsFile(value: Case, canaries: readonly Canary[]): object | null {
  const providers = setupsOf(value)
    .filter(({ olderModelsFile }) => olderModelsFile)
    .map((setup) => {
      const provider = providerOfSetup(setup);
      const { id, api, baseUrl, models } = provider;
      const used = modelOf(value, chat);
      const model = used.provider === id ? used.model : models[0];
      const apiKey = canaries.find(
        ({ place }) => place.holder === 'models.json' && place.provider === id,
      )?.text;
      return [id, { baseUrl, api, apiKey, models: [modelRecord(model, provider)] }];
    });
  return providers.length > 0 ? { providers: Object.fromEntries(providers) } : null;
}

/** A model as openclaw.json and models.json list it. */
export function modelRecord(id: string, provider: Pick<Provider, 'api' | 'media'>): object {
  return {
    id,
    name: id,
    api: provider.api,
    reasoning: false,
    input: inputsOf(provider),
    cost: { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 },
    contextWindow: 128_000,
    maxTokens: 4096,
  };
}

/** The inputs that the models of a provider take. */
export function inputsOf({ media }: Pick<Provider, 'media'>): readonly string[] {
  return media.includes('image') ? ['text', 'image'] : ['text'];
}
