/** The words for the health of stored credentials, as `models status` and `models.authStatus` write them. */
import { z } from 'zod';
import { type Health, healthWordSchema } from '../../observation/status.ts';

// A build may have a word more: the others are read all the same.
const wordSchema = healthWordSchema.catch('other');

export const profileWordSchema = z.object({ profileId: z.string(), status: wordSchema });
export const providerWordSchema = z.object({ provider: z.string(), status: wordSchema });

/** @param provider the one whose own word counts */
export function healthOf(
  profiles: readonly z.infer<typeof profileWordSchema>[],
  providers: readonly z.infer<typeof providerWordSchema>[],
  provider: string,
): Health {
  return {
    profiles: profiles.map(({ profileId, status }) => ({ profileId, word: status })),
    provider: providers.find((each) => each.provider === provider)?.status ?? null,
  };
}
