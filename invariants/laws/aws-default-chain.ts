/**
 * The oracle is the pinned AWS SDK itself, run on the same files and variables (`gateway/oracle`). Only chat is
 * compared with it; the other paths are compared with chat.
 */
import { areSameCredentials } from '../../observation/credential.ts';
import { credentialsHolder, credentialsText, firstCredentials, outcomeText } from '../behaviour.ts';
import { familyOf, type Law, observed } from '../law.ts';
import { violationsOf } from '../violation.ts';

export const awsDefaultChainLaw: Law = {
  id: 'aws-default-chain',
  sentence: "what Bedrock is sent is what the AWS SDK's default credential chain selects",
  source: 'openclaw@2026.9.6:docs/providers/bedrock.md (credentials: the AWS SDK default chain)',
  judges: (judged) => Boolean(observed(judged, 'chat')?.awsDefaultChain),
  check: (judged) => {
    const chat = observed(judged, 'chat');
    // Without a region the client sends no request; the chain does not depend on which region it is.
    if (!chat?.awsDefaultChain || outcomeText(chat) === 'no-region') return [];
    const [sent, selected] = [firstCredentials(chat) ?? [], chat.awsDefaultChain];
    if (areSameCredentials(sent, selected)) return [];
    return violationsOf('aws-default-chain', familyOf(judged), [
      {
        path: 'chat',
        reference: null,
        behaviour: `${credentialsHolder(sent)}, the AWS SDK alone: ${credentialsHolder(selected)}`,
        detail: `chat sends ${credentialsText(sent)}, the AWS SDK alone sends ${credentialsText(selected)}`,
      },
    ]);
  },
};
