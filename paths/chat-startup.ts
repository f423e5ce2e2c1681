import { z } from 'zod';
import { availabilityIn, availableModelsSchema } from './parts/available-models.ts';
import { gatewayReport } from './parts/gateway-report.ts';
import { sessionKeyOf } from './parts/socket-turn.ts';
import type { Path } from './path.ts';

/**
 * The models that a gateway offers in a conversation which a client opens, each with whether it can be used.
 *
 * @source openclaw@2026.9.6:docs/gateway/protocol/rpc-session-control.md (`chat.startup`); an upstream report names it
 *   beside `models.list` (#130266)
 */
export const chatStartup: Path<'chat-startup'> = {
  name: 'chat-startup',
  ...gatewayReport({
    method: 'chat.startup',
    params: { sessionKey: sessionKeyOf('main', 'main') },
    // 2026.9.6 answered a first call without them.
    answer: z.object({
      sessionKey: z.string(),
      metadata: z.object({ models: availableModelsSchema }).optional(),
    }),
    statusIn: ({ metadata }, provider) => (metadata ? availabilityIn(metadata.models, provider) : null),
  }),
  missingIn: ({ version, traits }) =>
    traits.hasChatStartup ? null : `chat.startup of openclaw ${version} does not say what can be used`,
};
