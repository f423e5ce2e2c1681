/** Hosts that a case gives a provider beside its own: nobody else has them. */

/** The host that a `regional` base URL of a provider names. */
export function regionalHost(id: string): string {
  return `${id}.corp-gateway.com`;
}

/** The host that the address variable of a provider names. */
export function variableHost(id: string): string {
  return `${id}.named-by-variable.com`;
}

/** A server of the user's own on the same machine, on a port that no build looks for by itself. */
export const LOOPBACK_SERVER = '127.0.0.1:18434';

/** One in the same network. */
export const LAN_SERVER = '192.168.77.20:8000';

/** The host that memory search names for itself. */
export function memoryHost(id: string): string {
  return `${id}.memory-gateway.com`;
}

/** The host that the media entries of a provider name for themselves. */
export function mediaHost(id: string): string {
  return `${id}.media-gateway.com`;
}
