/**
 * Sources of AWS credentials besides keys in the environment: the other sources of the AWS SDK's default
 * chain.
 *
 * @source AWS SDKs and Tools Reference Guide, "Standardized credential providers";
 *   openclaw@2026.9.6:docs/providers/bedrock.md
 */
import fc from 'fast-check';
import { z } from 'zod';
import { type StatedRegion, statedRegionSchema, statedRegionsArbitrary, USUAL_REGION } from './aws-region.ts';
import { setupAxis } from './axis.ts';
import { weighted } from './weighted.ts';

/**
 * In the shared files: `profile` (static keys), `process` (`credential_process`), `role` (`source_profile`),
 * `role-from-environment` (`credential_source = Environment`), `web-identity-profile`, `sso`. By variables:
 * `web-identity`, `container-relative`, `container-full`. By itself: `instance-metadata`.
 */
export const awsSourceKindSchema = z.enum([
  'profile',
  'process',
  'role',
  'role-from-environment',
  'web-identity-profile',
  'sso',
  'web-identity',
  'container-relative',
  'container-full',
  'instance-metadata',
]);
export type AwsSourceKind = z.infer<typeof awsSourceKindSchema>;

/** Whether a source is a role that the profile names: it can name one. */
export function takesRole(kind: AwsSourceKind): boolean {
  return kind === 'role' || kind === 'role-from-environment' || kind === 'web-identity-profile';
}

const awsSourceSchema = z.strictObject({
  kind: awsSourceKindSchema,
  holds: z
    .enum(['live', 'stale', 'expired'])
    .describe(
      'Whether Bedrock accepts what the source gives; expired: the source itself says that its time is over.',
    ),
});
export type AwsSource = z.infer<typeof awsSourceSchema>;

const awsSetupSchema = z.strictObject({
  sources: z
    .array(awsSourceSchema)
    .max(2)
    .refine((sources) => sources.filter(({ kind }) => takesRole(kind)).length < 2, {
      message: 'must name one role at most: the profile of the shared files has one role_arn',
    }),
  namedProfile: z
    .boolean()
    .describe(
      'Whether the shared files have a profile of another name than default, which AWS_PROFILE names.',
    ),
  environmentToken: z.boolean().describe('Whether the keys in the environment come with a session token.'),
  regions: z.array(statedRegionSchema).max(2).describe('Where an AWS region is stated, and which.'),
});
export type AwsSetup = z.infer<typeof awsSetupSchema>;

/** Keys in the environment and nothing else. */
export const NO_AWS_SOURCES: AwsSetup = {
  sources: [],
  namedProfile: false,
  environmentToken: false,
  regions: [...USUAL_REGION],
};

/** The region that a place states; null where it states none. */
export function regionAt({ regions }: AwsSetup, place: StatedRegion['place']): string | null {
  return regions.find((stated) => stated.place === place)?.region ?? null;
}

/** No, one or two sources; shrinks to none. */
export const awsSetupArbitrary: fc.Arbitrary<AwsSetup> = fc.record({
  sources: fc
    .uniqueArray(
      fc.record({
        kind: fc.constantFrom(...awsSourceKindSchema.options),
        holds: weighted({ live: 2, stale: 1, expired: 1 }),
      }),
      { selector: ({ kind }) => kind, maxLength: 2, size: 'small' },
    )
    .filter((sources) => awsSetupSchema.shape.sources.safeParse(sources).success),
  namedProfile: fc.boolean(),
  environmentToken: fc.boolean(),
  regions: statedRegionsArbitrary,
});

export const aws = setupAxis({
  meaning: 'Where AWS credentials come from, beside the environment; null for a provider that is not AWS.',
  schema: awsSetupSchema.nullable(),
  usual: null,
  since: 3,
  arbitrary: ({ isAws }) => (isAws ? awsSetupArbitrary : fc.constant(null)),
});
