/** A tool of the agent that a running gateway runs for its caller, without a turn. */
import type { Drive } from './drive.ts';

const DOOR = '/tools/invoke';

/** @source openclaw@2026.9.6:docs/gateway/tools-invoke-http-api.md */
export function invokedTool(tool: string, args: Readonly<Record<string, unknown>>): Drive {
  return {
    command: () => [],
    asksAgent: () => true,
    byHand: `POST ${JSON.stringify({ tool, args })} to ${DOOR} of the gateway`,
    door: ({ agent }) => ({
      by: 'http',
      door: DOOR,
      body: { tool, args, sessionKey: `agent:${agent}:main` },
    }),
  };
}
