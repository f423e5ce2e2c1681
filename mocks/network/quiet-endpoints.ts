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
  {
    // openclaw@2026.8.1:docs/providers/nvidia.md, openclaw@2026.8.1:docs/providers/opencode.md
    host: /^(assets\.ngc\.nvidia\.com|models\.opencode\.ai)$/,
    why: "public lists of NVIDIA's and OpenCode's models, asked by 2026.8.1",
  },
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

/**
 * Those that `openclaw status` asks.
 *
 * @source openclaw@2026.9.6:docs/cli/status.md ("Update info surfaces in the Overview")
 */
const OF_STATUS: readonly QuietEndpoint[] = [
  { host: /^registry\.npmjs\.org$/, why: 'the newest version, asked by 2026.5.22' },
];

/**
 * @param isGateway whether a running gateway may have asked
 * @param isStatus whether `openclaw status` may have
 */
export function isQuiet(host: string, isGateway: boolean, isStatus = false): boolean {
  const endpoints = [...QUIET_ENDPOINTS, ...(isGateway ? OF_GATEWAYS : []), ...(isStatus ? OF_STATUS : [])];
  return endpoints.some((endpoint) => endpoint.host.test(host));
}
