/**
 * The HTTP doors of a running gateway.
 *
 * @source openclaw@2026.9.6:docs/gateway/openai-http-api.md,
 *   openclaw@2026.9.6:docs/gateway/openresponses-http-api.md, openclaw@2026.9.6:docs/gateway/tools-invoke-http-api.md
 */
import type { HttpAsked } from '../../paths/parts/drive.ts';
import type { DoorEnd } from './door-end.ts';
import type { GatewayAddress } from './gateway-settings.ts';

/** Asks at a door of a gateway. Never throws for what the gateway does. */
export async function askGateway(
  { url, token }: GatewayAddress,
  { door, body, headers = {} }: HttpAsked,
  timeoutMs: number,
): Promise<DoorEnd> {
  try {
    const answer = await fetch(`${url}${door}`, {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { kind: 'reply', status: answer.status, text: await answer.text() };
  } catch (error) {
    return { kind: (error as Error).name === 'TimeoutError' ? 'timed-out' : 'crashed' };
  }
}
