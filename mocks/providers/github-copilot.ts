/** GitHub Copilot: OpenAI's and Anthropic's API, and a catalog that builds choose models from. */
import { http } from 'msw';
import { bothApis } from './both-apis.ts';
import type { Dialect } from './dialect.ts';

const chat = (id: string) => ({
  id,
  name: id,
  object: 'model',
  vendor: 'OpenAI',
  model_picker_enabled: true,
  policy: { state: 'enabled' },
  supported_endpoints: ['/responses', '/chat/completions'],
  capabilities: {
    type: 'chat',
    limits: { max_context_window_tokens: 128_000, max_prompt_tokens: 120_000, max_output_tokens: 8192 },
    supports: { streaming: true, tool_calls: true, vision: true },
  },
});
const embedding = (id: string) => ({
  id,
  name: id,
  object: 'model',
  supported_endpoints: ['/embeddings'],
  capabilities: { type: 'embeddings' },
});

const catalog = {
  object: 'list',
  data: [chat('gpt-5.4'), chat('gpt-5.4-mini'), embedding('text-embedding-3-small')],
};

export const githubCopilot: Dialect = {
  ...bothApis,
  others: [http.all('*/models', () => Response.json(catalog)), ...bothApis.others],
};
