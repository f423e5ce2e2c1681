/** The door of a running gateway that a path has; a path without one is driven by its command, beside the gateway. */
import type { Case } from '../../generators/case.ts';
import type { PathName } from '../../observation/path-name.ts';
import { agentId } from '../home/agents.ts';
import { turnMessage } from '../paths/command-line.ts';
import type { HttpAsked } from './http-door.ts';

/** The request to the path's HTTP door; null if it has none. */
export function httpDoorOf(value: Case, path: PathName): HttpAsked | null {
  const message = turnMessage(path);
  if (message === null) return null;
  return {
    door: '/v1/chat/completions',
    // Without `user` each call is a session of its own (openclaw@2026.9.6:docs/gateway/openai-http-api.md, "Session
    // behavior").
    body: { model: `openclaw/${agentId(value.agent)}`, messages: [{ role: 'user', content: message }] },
  };
}
