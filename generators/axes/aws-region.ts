/**
 * The AWS region, and the place that states it.
 *
 * `address`: in the base URL of the provider's entry, which names us-east-1 where a case says nothing. `profile`: in
 * the shared configuration file.
 *
 * @source AWS SDKs and Tools Reference Guide ("AWS Region"); openclaw@2026.9.6:docs/providers/bedrock.md
 */
import fc from 'fast-check';
import { z } from 'zod';

export const AWS_REGIONS = ['us-east-1', 'eu-west-1', 'ap-southeast-2'] as const;

export const statedRegionSchema = z.strictObject({
  place: z.enum(['AWS_REGION', 'AWS_DEFAULT_REGION', 'profile', 'address']),
  region: z.enum(AWS_REGIONS),
});
export type StatedRegion = z.infer<typeof statedRegionSchema>;

/** The value of a case that is older than the axis, and the end of shrinking if no region is needed. */
export const USUAL_REGION: readonly StatedRegion[] = [{ place: 'AWS_REGION', region: 'us-east-1' }];

/** Up to two statements, each place once. */
export const statedRegionsArbitrary: fc.Arbitrary<StatedRegion[]> = fc.uniqueArray(
  fc.record({
    place: fc.constantFrom(...statedRegionSchema.shape.place.options),
    region: fc.constantFrom(...AWS_REGIONS),
  }),
  { selector: ({ place }) => place, maxLength: 2, size: 'small' },
);
