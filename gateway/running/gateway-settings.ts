/** Where a gateway listens, and the settings that make it listen there alone. */
import { randomBytes } from 'node:crypto';
import net, { type AddressInfo } from 'node:net';

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
 * The `gateway` section of openclaw.json: loopback, a token, and the doors that are closed by default.
 *
 * @source openclaw@2026.9.6:docs/gateway/openai-http-api.md, openclaw@2026.9.6:docs/gateway/openresponses-http-api.md
 */
export function gatewaySettings({ port, token }: GatewayAddress): object {
  return {
    mode: 'local',
    port,
    bind: 'loopback',
    auth: { mode: 'token', token },
    http: { endpoints: { chatCompletions: { enabled: true }, responses: { enabled: true } } },
  };
}

/** Variables of every gateway: no channel, no announcement in the local network. */
export const GATEWAY_ENVIRONMENT: Readonly<Record<string, string>> = {
  OPENCLAW_SKIP_CHANNELS: '1',
  OPENCLAW_DISABLE_BONJOUR: '1',
};
