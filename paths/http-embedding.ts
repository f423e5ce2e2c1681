import { PROMPT } from './parts/agent-turn.ts';
import { GATEWAY_TURN } from './parts/gateway-only.ts';
import { searchSettings } from './parts/memory-search.ts';
import { EMBEDDING_MODEL } from './parts/models.ts';
import type { Path } from './path.ts';

const DOOR = '/v1/embeddings';

/**
 * The vector of a text, by the agent's own embedding setup, which is that of memory search.
 *
 * @source openclaw@2026.9.6:docs/gateway/openai-http-api.md (`/v1/embeddings`)
 */
export const httpEmbedding: Path<'http-embedding'> = {
  ...GATEWAY_TURN,
  name: 'http-embedding',
  drive: {
    command: () => [],
    asksAgent: () => true,
    byHand: `POST ${JSON.stringify({ model: 'openclaw', input: PROMPT })} to ${DOOR} of the gateway`,
    door: ({ agent }) => ({
      by: 'http',
      door: DOOR,
      body: { model: `openclaw/${agent}`, input: PROMPT },
    }),
  },
  model: EMBEDDING_MODEL,
  servedBy: { ownModel: 'embedding' },
  // Memory search makes every turn slow.
  needs: { plugins: ['memory-core'], gateway: 'memory', settings: searchSettings },
};
