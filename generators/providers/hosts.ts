/** Hosts that a case gives a provider beside its own: nobody else has them. */

/** The host that a `regional` base URL of a provider names. */
export function regionalHost(id: string): string {
  return `${id}.corp-gateway.com`;
}

/** The host that the address variable of a provider names. */
export function variableHost(id: string): string {
  return `${id}.named-by-variable.com`;
}
