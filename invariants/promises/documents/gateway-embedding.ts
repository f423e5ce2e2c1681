/** Promises of `openclaw@2026.9.6:docs/gateway/embedding.md`: what a running gateway shows its clients of the configuration. */
import { promisesOf } from '../documented-promise.ts';

export const gatewayEmbedding = promisesOf(
  { document: 'gateway/embedding.md', slug: 'gateway-embedding', from: '2026.8.1' },
  [
    {
      id: 'config-is-redacted',
      heading: 'Use RPC instead of state files',
      about: ['config.get', 'redacts sensitive values'],
      kind: 'disclosure',
      paths: ['config-view'],
      rule: 'The configuration that a gateway shows has no secret in it.',
      judged: { by: ['no-disclosure'] },
    },
  ],
);
