/**
 * Makes one call to Bedrock with the AWS SDK and nothing else, so that its default chain alone selects the
 * credential.
 *
 * A process of its own, since the SDK remembers files and credentials (`gateway/oracle/aws-default-chain.ts`).
 */
import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';

const [modelId = ''] = process.argv.slice(2);
const client = new BedrockRuntimeClient({ maxAttempts: 1 });
await client
  .send(new ConverseCommand({ modelId, messages: [{ role: 'user', content: [{ text: 'ping' }] }] }))
  // The outcome does not matter: the request is read off the wire, or there is none.
  .catch(() => {});
process.exit(0);
