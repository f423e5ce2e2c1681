/** Promises of `openclaw@2026.9.6:docs/providers/bedrock.md`: credentials of Amazon Bedrock. */
import { promisesOf } from '../documented-promise.ts';

export const bedrock = promisesOf({ document: 'providers/bedrock.md', slug: 'bedrock', from: '2026.3.2' }, [
  {
    id: 'chain-not-key',
    heading: null,
    about: ['aws-sdk', 'apiKey'],
    from: '2026.5.22',
    kind: 'resolution',
    paths: 'all',
    rule: 'No key is needed; the AWS chain supplies credentials.',
    judged: { by: ['aws-default-chain'] },
  },
  {
    id: 'source-order',
    heading: null,
    about: ['AWS_BEARER_TOKEN_BEDROCK', 'order'],
    kind: 'order',
    paths: 'all',
    rule: 'The bearer token comes before keys, and keys before the chain.',
    judged: { by: ['aws-default-chain'] },
  },
  {
    id: 'sdk-resolves',
    heading: null,
    about: ['credential chain'],
    kind: 'resolution',
    paths: 'all',
    rule: "The AWS SDK's own chain decides.",
    judged: { by: ['aws-default-chain'] },
  },
]);
