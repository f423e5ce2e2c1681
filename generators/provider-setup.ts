/** Everything a case says about one provider: the axes of one provider put together. */
import fc from 'fast-check';
import { z } from 'zod';
import { authProfileSchema, authProfilesArbitrary } from './auth-profile.ts';
import { profileOrderArbitrary, profileOrderSchema } from './profile-order.ts';
import { awsSdkEntryArbitrary, providerEntryArbitrary, providerEntrySchema } from './provider-entry.ts';
import { type ProviderId, providerIdSchema, providerOf } from './providers.ts';
import { validityArbitrary, validitySchema } from './secret.ts';

export const providerSetupSchema = z.strictObject({
  id: providerIdSchema,
  /** What the provider's own environment variable holds; null: not set. For Bedrock, the AWS key pair. */
  environment: validitySchema.nullable(),
  profiles: z.array(authProfileSchema).max(3),
  order: profileOrderSchema.nullable(),
  entry: providerEntrySchema.nullable(),
});
export type ProviderSetup = z.infer<typeof providerSetupSchema>;

/** Any setup of one given provider. */
export function providerSetupArbitrary(id: ProviderId): fc.Arbitrary<ProviderSetup> {
  const provider = providerOf(id);
  const aws = provider.api === 'bedrock-converse-stream';
  const nothing = fc.constant(null);
  return fc.record({
    id: fc.constant(id),
    environment: provider.environmentVariable ? fc.option(validityArbitrary, { freq: 2 }) : nothing,
    profiles: authProfilesArbitrary(provider.profileTypes),
    order: provider.profileTypes.length > 0 ? profileOrderArbitrary : nothing,
    entry: aws ? awsSdkEntryArbitrary : providerEntryArbitrary,
  });
}
