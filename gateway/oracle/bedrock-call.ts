/**
 * One call to Bedrock with the AWS SDK and nothing else: what its default chain selects is what reaches the wire.
 *
 * A process of its own, since the SDK remembers files and credentials (`gateway/oracle/aws-default-chain.ts`).
 */
import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';

const [modelId = ''] = process.argv.slice(2);
const client = new BedrockRuntimeClient({ maxAttempts: 1 });
await client
  .send(new ConverseCommand({ modelId, messages: [{ role: 'user', content: [{ text: 'ping' }] }] }))
  // How it ends is not asked: the request is read off the wire, or there is none.
  .catch(() => {});
process.exit(0);
