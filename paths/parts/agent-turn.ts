/** A turn of an agent: how it is driven, and what builds need for it. */

import type { PathTraits } from './build.ts';
import type { Drive } from './drive.ts';
import type { PathSettings } from './home-needs.ts';

export const PROMPT = 'Reply with OK.';

/** A turn that is given a message. */
export function agentTurn(message: string): Drive {
  return {
    command: ({ agent, throughGateway }) => [
      'agent',
      ...(throughGateway ? [] : ['--local']),
      ...['--agent', agent, '--message', message, '--json'],
    ],
    asksAgent: () => true,
    // Without `user` each call is a session of its own (openclaw@2026.9.6:docs/gateway/openai-http-api.md, "Session
    // behavior").
    door: ({ agent }) => ({
      by: 'http',
      door: '/v1/chat/completions',
      body: { model: `openclaw/${agent}`, messages: [{ role: 'user', content: message }] },
    }),
  };
}

/**
 * Asks builds that hide tools from a turn to show them.
 *
 * @source openclaw@2026.9.6:docs/tools/tool-search.md, openclaw@2026.9.6:docs/tools/code-mode.md
 */
export function showingTools(traits: PathTraits): PathSettings {
  return traits.hidesTools ? { tools: { toolSearch: false, codeMode: false } } : {};
}
