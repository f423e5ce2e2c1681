/** The address of a gateway, and the settings that make it listen there alone. */
import { randomBytes } from 'node:crypto';
import net, { type AddressInfo } from 'node:net';
import type { JsonRecord } from '../../support/json-record.ts';

export interface GatewayAddress {
  readonly port: number;
  /** The token that its clients show; it is no credential of a case. */
  readonly token: string;
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
}

/** A loopback port that is free now, and a token of its own. */
export async function newGatewayAddress(): Promise<GatewayAddress> {
  const listener = net.createServer();
  await new Promise<void>((resolve, reject) =>
    listener.once('error', reject).listen(0, '127.0.0.1', resolve),
  );
  const { port } = listener.address() as AddressInfo;
  await new Promise((resolve) => listener.close(resolve));
  return { port, token: randomBytes(24).toString('hex'), url: `http://127.0.0.1:${port}` };
}

/**
 * The sections of openclaw.json that are a gateway's: loopback, a token, the doors that are closed by default, and a
 * channel whose messages everybody may send.
 *
 * @param channel the token of the bot that people write to; null: there is none
 * @source openclaw@2026.9.6:docs/gateway/openai-http-api.md, openclaw@2026.9.6:docs/gateway/openresponses-http-api.md,
 *   openclaw@2026.9.6:docs/channels/telegram/access-control.md
 */
export function gatewaySections({ port, token }: GatewayAddress, channel: string | null): JsonRecord {
  const telegram = { enabled: true, botToken: channel, dmPolicy: 'open', allowFrom: ['*'] };
  return {
    gateway: {
      mode: 'local',
      port,
      bind: 'loopback',
      auth: { mode: 'token', token },
      http: { endpoints: { chatCompletions: { enabled: true }, responses: { enabled: true } } },
    },
    ...(channel ? { channels: { telegram } } : {}),
  };
}

/** Variables of every gateway: no announcement in the local network, and no channel but one that is set. */
export function gatewayEnvironment(hasChannel: boolean): Readonly<Record<string, string>> {
  return { OPENCLAW_DISABLE_BONJOUR: '1', ...(hasChannel ? {} : { OPENCLAW_SKIP_CHANNELS: '1' }) };
}
