import { type ProviderId, providerIdSchema } from '../generators/providers/catalog.ts';
import { BadInput } from '../support/bad-input.ts';
import { at, record, text } from '../support/json-path.ts';
import type { JsonRecord } from '../support/json-record.ts';
import { nameText } from '../support/one-line.ts';

/** As many as one line bears. */
const MOST_NAMED = 12;

/** The provider of the catalog that a home's provider is: itself, or the custom one of the same API; null: cases have none like it. */
export function providerIdIn(name: string, config: JsonRecord): ProviderId | null {
  const own = providerIdSchema.safeParse(name);
  if (own.success) return own.data;
  const [api, baseUrl] = ['api', 'baseUrl'].map((field) =>
    text(record(record(at(config, 'models.providers'))[name])[field]),
  );
  // Without an API a custom provider speaks OpenAI's completions.
  if (!api && baseUrl) return 'custom-openai';
  if (api === 'openai-completions' || api === 'openai-responses') return 'custom-openai';
  if (api === 'ollama') return 'custom-ollama';
  return api === 'anthropic-messages' ? 'custom-anthropic' : null;
}

/** @throws BadInput when cases have no such provider */
export function providerIdOf(name: string, config: JsonRecord): ProviderId {
  const own = providerIdIn(name, config);
  if (own) return own;
  throw new BadInput(
    `The provider "${nameText(name)}" cannot be put in a case: known are ${providerIdSchema.options.slice(0, MOST_NAMED).join(', ')} and others, and custom ones under models.providers. Add it to generators/providers/, or name another with --model.`,
  );
}
