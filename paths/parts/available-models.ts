/** Models that a running gateway offers, each with whether it can be used. */
import { z } from 'zod';
import type { Status } from '../../observation/status.ts';

export const availableModelsSchema = z.array(
  z.object({ provider: z.string(), available: z.boolean().nullish() }),
);

/** Whether those of a provider can be used; null: nothing is said of any. */
export function availabilityIn(
  models: z.infer<typeof availableModelsSchema>,
  provider: string,
): Status | null {
  const said = models
    .filter((each) => each.provider === provider)
    .flatMap(({ available }) => available ?? []);
  if (said.length === 0) return null;
  if (said.every(Boolean)) return 'present';
  return said.some(Boolean) ? 'unclear' : 'missing';
}
