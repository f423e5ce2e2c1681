/** OpenRouter: OpenAI's API, and a list of models that answers anybody, whatever key is sent with it. */
import { providerOf } from '../../generators/providers/catalog.ts';
import type { Dialect } from './dialect.ts';
import { openaiCompatible } from './openai-compatible.ts';

const { models, ownModels } = providerOf('openrouter');

/** The id of a model in the list: the router itself stands there below its own name, and builds ask for it by that. */
const idOf = (model: string) => (model.includes('/') ? model : `openrouter/${model}`);

/**
 * A model as the list has it, which takes pictures. Builds read its modalities in either form, and take a model that is not in the
 * list for one of texts.
 *
 * @source OpenRouter API reference, "List available models"
 */
function listed(model: string, given: readonly string[] = ['text']): object {
  const taken = ['text', 'image'];
  return {
    id: idOf(model),
    name: model,
    created: 1,
    context_length: 1_048_576,
    architecture: {
      modality: `${taken.join('+')}->${given.join('+')}`,
      input_modalities: taken,
      output_modalities: given,
    },
    pricing: { prompt: '0.0000003', completion: '0.0000025' },
    top_provider: { context_length: 1_048_576, max_completion_tokens: 65_536, is_moderated: false },
    supported_parameters: ['max_tokens', 'tools', 'tool_choice', 'temperature'],
  };
}

/** Without the models that give no text: the list has those where it is asked for them alone. */
const drawing = ownModels?.['image-generation'];
const catalog = {
  data: [...models.map((model) => listed(model)), ...(drawing ? [listed(drawing, ['text', 'image'])] : [])],
};

const compatible = openaiCompatible('openrouter');

export const openRouter: Dialect = {
  ...compatible,
  // A wrong key is answered 200, too: clients that look whether a key is good ask `/key`.
  open: [{ url: '*/api/v1/models', answer: () => Response.json(catalog) }],
};
