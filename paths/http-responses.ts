import { PROMPT } from './parts/agent-turn.ts';
import { GATEWAY_TURN } from './parts/gateway-only.ts';
import { TURNS_MODEL } from './parts/models.ts';
import type { Path } from './path.ts';

/** A turn in the form of OpenAI's responses API (openclaw@2026.9.6:docs/gateway/openresponses-http-api.md). */
export const httpResponses: Path<'http-responses'> = {
  ...GATEWAY_TURN,
  name: 'http-responses',
  drive: {
    command: () => [],
    asksAgent: () => true,
    byHand: `POST ${JSON.stringify({ model: 'openclaw', input: PROMPT })} to /v1/responses of the gateway`,
    door: ({ agent, namedModel }) => ({
      by: 'http',
      door: '/v1/responses',
      body: { model: `openclaw/${agent}`, input: PROMPT },
      ...(namedModel ? { headers: { 'x-openclaw-model': namedModel } } : {}),
    }),
  },
  model: { ...TURNS_MODEL, namedBesides: 'session' },
};
