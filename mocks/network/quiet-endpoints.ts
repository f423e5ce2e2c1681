/**
 * Hosts other than providers that OpenClaw builds call by themselves, without a credential of the case.
 *
 * They answer 404 at once. A host that is neither here nor a provider of the case is egress, and red.
 */
export interface QuietEndpoint {
  readonly host: RegExp;
  readonly why: string;
}

const QUIET_ENDPOINTS: readonly QuietEndpoint[] = [
  { host: /^169\.254\.169\.254$/, why: 'AWS instance metadata, asked by Bedrock discovery' },
  { host: /^(localhost|127\.0\.0\.1)$/, why: 'local model servers: Ollama, LM Studio, vLLM' },
];

/** Hosts that a running gateway asks by itself, beside those. */
const OF_GATEWAYS: readonly QuietEndpoint[] = [
  {
    host: /^((catalog|telemetry)\.openclaw\.ai|clawhub\.ai)$/,
    why: 'model catalog, usage counts and the hub of skills, asked by 2026.9.6',
  },
  { host: /^registry\.npmjs\.org$/, why: 'the newest version, asked by 2026.4.24' },
  { host: /^(openrouter\.ai|raw\.githubusercontent\.com)$/, why: 'price lists, asked by 2026.4.24' },
];

/** @param isGateway whether a running gateway may have asked */
export function isQuiet(host: string, isGateway: boolean): boolean {
  const endpoints = isGateway ? [...QUIET_ENDPOINTS, ...OF_GATEWAYS] : QUIET_ENDPOINTS;
  return endpoints.some((endpoint) => endpoint.host.test(host));
}
