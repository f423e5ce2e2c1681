/**
 * Hosts other than providers that OpenClaw builds call by themselves, without a credential of the case.
 *
 * They answer 404 at once. A host that is neither here nor a provider of the case is egress, and red.
 */
export interface QuietEndpoint {
  readonly host: RegExp;
  readonly why: string;
}

export const QUIET_ENDPOINTS: readonly QuietEndpoint[] = [
  { host: /^169\.254\.169\.254$/, why: 'AWS instance metadata, asked by Bedrock discovery' },
  { host: /^(localhost|127\.0\.0\.1)$/, why: 'local model servers: Ollama, LM Studio, vLLM' },
];

export function isQuiet(host: string): boolean {
  return QUIET_ENDPOINTS.some((endpoint) => endpoint.host.test(host));
}
