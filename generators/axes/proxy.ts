/**
 * The proxy that the variables of the process name, as in the network of an office.
 *
 * `beside`: other ways lead out as well, so that a request which goes past the proxy is seen. `only`: none does, and
 * no name but the proxy's own is known. Servers of the user's own are excepted, as users except them.
 *
 * @source openclaw@2026.9.6:docs/nodes/media-understanding.md ("Proxy support (audio/video provider calls)");
 *   openclaw@2026.9.6:docs/nodes/audio.md ("Proxy environment support")
 */
import fc from 'fast-check';
import { z } from 'zod';
import { LAN_SERVER } from '../providers/hosts.ts';
import { axis } from './axis.ts';

export const proxySchema = z.enum(['beside', 'only']);
export type Proxy = z.infer<typeof proxySchema>;

const PROXY_HOST = 'proxy.office.lan';
export const PROXY_ADDRESS = `http://${PROXY_HOST}:3128`;

/** Hosts that are asked without the proxy. */
const EXCEPTED: readonly string[] = ['localhost', '127.0.0.1', '::1', LAN_SERVER.split(':')[0]!];

export function isAskedDirectly(host: string): boolean {
  return EXCEPTED.includes(host);
}

/** The variables that a user sets for a proxy, and one by which the network of the suite knows that nothing else leads out. */
export function proxyVariables(proxy: Proxy | null): Record<string, string> {
  if (proxy === null) return {};
  return {
    HTTP_PROXY: PROXY_ADDRESS,
    HTTPS_PROXY: PROXY_ADDRESS,
    NO_PROXY: EXCEPTED.join(','),
    ...(proxy === 'only' ? { [ONLY_HOST]: PROXY_HOST } : {}),
  };
}

/** No user's variable: `mocks/network/redirect.ts` reads it. */
export const ONLY_HOST = 'CONFORMANCE_ONLY_HOST';

/** Each of its paths takes a process of its own, as long as many warm ones. */
const ONE_IN = 100;

const LABELS = { beside: 'a proxy', only: 'a proxy, and no other way out' } as const;

export const proxy = axis({
  meaning:
    'The proxy that HTTPS_PROXY and HTTP_PROXY of the process name. beside: other ways lead out as well. only: no other does. null: none.',
  schema: proxySchema.nullable(),
  usual: null,
  since: 19,
  arbitrary: fc.oneof(
    { weight: ONE_IN - 1, arbitrary: fc.constant<Proxy | null>(null) },
    { weight: 1, arbitrary: fc.option<Proxy>(fc.constantFrom(...proxySchema.options), { freq: 2 }) },
  ),
  oneIn: ONE_IN,
  label: (value) => LABELS[value],
});
