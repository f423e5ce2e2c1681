/** Everything a case says about one provider: the axes of one provider put together. */
import fc from 'fast-check';
import { z } from 'zod';
import { authProfileSchema, authProfilesArbitrary } from './auth-profile.ts';
import { awsSetupArbitrary, awsSetupSchema } from './aws-setup.ts';
import { environmentArbitrary, environmentVariableSchema } from './environment.ts';
import { profileOrderArbitrary, profileOrderSchema } from './profile-order.ts';
import { providerAnswerArbitrary, providerAnswerSchema } from './provider-answer.ts';
import { awsSdkEntryArbitrary, providerEntryArbitrary, providerEntrySchema } from './provider-entry.ts';
import { type ProviderId, providerIdSchema, providerOf } from './providers.ts';

export const providerSetupSchema = z.strictObject({
  id: providerIdSchema,
  /** For Bedrock, AWS_ACCESS_KEY_ID stands for the key pair. */
  environment: z.array(environmentVariableSchema).max(3),
  profiles: z.array(authProfileSchema).max(3),
  order: profileOrderSchema.nullable(),
  entry: providerEntrySchema.nullable(),
  /** Whether the agent's models.json of an earlier run still holds an older key for the provider. */
  olderModelsFile: z.boolean(),
  answer: providerAnswerSchema,
  /** Where AWS credentials come from, beside the environment; null for a provider that is not AWS. */
  aws: awsSetupSchema.nullable(),
});
export type ProviderSetup = z.infer<typeof providerSetupSchema>;

/** Any setup of one given provider. */
export function providerSetupArbitrary(id: ProviderId): fc.Arbitrary<ProviderSetup> {
  const provider = providerOf(id);
  const aws = provider.api === 'bedrock-converse-stream';
  return fc.record({
    id: fc.constant(id),
    environment: environmentArbitrary(provider.environmentVariables),
    profiles: authProfilesArbitrary(provider.profileTypes),
    order: provider.profileTypes.length > 0 ? profileOrderArbitrary : fc.constant(null),
    entry: aws ? awsSdkEntryArbitrary : providerEntryArbitrary(provider.needsEntry),
    olderModelsFile: aws ? fc.constant(false) : fc.constantFrom(...Array<false>(11).fill(false), true),
    answer: aws ? fc.constant('by-key' as const) : providerAnswerArbitrary,
    aws: aws ? awsSetupArbitrary : fc.constant(null),
  });
}
