/** The address of a gateway, and the settings that make it listen there alone. */
import { randomBytes, randomInt } from 'node:crypto';
import net from 'node:net';
import type { JsonRecord } from '../../support/json-record.ts';

export interface GatewayAddress {
  readonly port: number;
  /** The token that its clients show; it is no credential of a case. */
  readonly token: string;
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
}

/**
 * Ports below those that systems give to connections, and to servers that name none: a gateway that is started again finds its
 * port as it left it.
 */
const PORTS = { from: 20_000, below: 32_768 } as const;
const TRIES = 100;
/** Ports of this process's gateways, of which each may be down for a moment. */
const given = new Set<number>();

/** A loopback port that is free, and a token of its own. */
export async function newGatewayAddress(): Promise<GatewayAddress> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const port = randomInt(PORTS.from, PORTS.below);
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return { port, token: randomBytes(24).toString('hex'), url: `http://127.0.0.1:${port}` };
  }
  throw new Error(`None of ${TRIES} ports from ${PORTS.from} to ${PORTS.below - 1} is free for a gateway.`);
}

async function isFree(port: number): Promise<boolean> {
  const listener = net.createServer();
  const isOurs = await new Promise<boolean>((resolve) =>
    listener.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true)),
  );
  await new Promise((resolve) => listener.close(resolve));
  return isOurs;
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

/**
 * Variables of every gateway and of the commands beside it: no announcement in the local network, no channel but one that is set, and
 * patience with a busy machine, on which a connection else ends before it is made.
 *
 * @source openclaw@2026.5.22:docs/gateway/configuration-reference.md (`gateway.handshakeTimeoutMs`: "Increase this on loaded or
 *   low-powered hosts")
 */
export function gatewayEnvironment(hasChannel: boolean): Readonly<Record<string, string>> {
  return {
    OPENCLAW_DISABLE_BONJOUR: '1',
    OPENCLAW_HANDSHAKE_TIMEOUT_MS: '60000',
    ...(hasChannel ? {} : { OPENCLAW_SKIP_CHANNELS: '1' }),
  };
}
