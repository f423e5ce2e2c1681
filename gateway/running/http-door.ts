/**
 * The HTTP doors of a running gateway.
 *
 * @source openclaw@2026.9.6:docs/gateway/openai-http-api.md,
 *   openclaw@2026.9.6:docs/gateway/openresponses-http-api.md, openclaw@2026.9.6:docs/gateway/tools-invoke-http-api.md
 */
import type { HttpAsked } from '../../paths/parts/drive.ts';
import type { DoorEnd } from './door-end.ts';
import type { GatewayAddress } from './gateway-settings.ts';

/**
 * The rights of a caller who holds the gateway's token: 2026.3.28 gives none that are not asked for ("missing scope: operator.write"),
 * and later builds ignore the header for such a caller (openclaw@2026.9.6:docs/gateway/openai-http-api.md, "Ignores any `x-openclaw-scopes`").
 */
const SCOPES = 'operator.admin,operator.read,operator.write';

/** Asks at a door of a gateway. Never throws for what the gateway does. */
export async function askGateway(
  { url, token }: GatewayAddress,
  { door, body, headers }: HttpAsked,
  timeoutMs: number,
): Promise<DoorEnd> {
  try {
    const answer = await fetch(`${url}${door}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'x-openclaw-scopes': SCOPES,
        ...headers,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { kind: 'reply', status: answer.status, text: await answer.text() };
  } catch (error) {
    return { kind: (error as Error).name === 'TimeoutError' ? 'timed-out' : 'crashed' };
  }
}
