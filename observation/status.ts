/** The output of `models status`. */
import { z } from 'zod';

/** One line of `models status --probe`. */
export const probeResultSchema = z.object({
  profileId: z.string().nullable(),
  source: z.string(),
  status: z.string(),
  reason: z.string().nullable(),
});
export type ProbeResult = z.infer<typeof probeResultSchema>;

/** A profile that `models status` says is left alone for a while. */
export const unusableProfileSchema = z.object({
  profileId: z.string(),
  kind: z.string(),
  remainingMs: z.number(),
});
export type UnusableProfile = z.infer<typeof unusableProfileSchema>;

/**
 * The verdict of `models status --check` on all routes that are configured. `good`: no issue was found, `bad`: credentials are
 * missing or over, or it cannot tell.
 */
export const checkSchema = z.enum(['good', 'bad', 'expiring']);
export type Check = z.infer<typeof checkSchema>;

/**
 * The report of `models status` on the credentials of chat's provider, without asking that provider. `unclear`: it
 * names an issue of the route, and does not call them missing.
 */
export const statusSchema = z.enum(['present', 'missing', 'unclear']);
export type Status = z.infer<typeof statusSchema>;

/** The word of a report for the health of stored credentials; `other`: one that the suite does not know. */
export const healthWordSchema = z.enum(['ok', 'static', 'expiring', 'expired', 'missing', 'other']);
export type HealthWord = z.infer<typeof healthWordSchema>;

/** The words of a report for each stored profile, and for chat's provider as a whole; null: it has none for that. */
export const healthSchema = z.object({
  profiles: z.array(z.object({ profileId: z.string(), word: healthWordSchema })),
  provider: healthWordSchema.nullable(),
});
export type Health = z.infer<typeof healthSchema>;
