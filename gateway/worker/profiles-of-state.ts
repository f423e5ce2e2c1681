/** The profiles that a store's state names: its order, those that answered last, and those with a cooldown. */
import { z } from 'zod';

/** A part of another shape, as in a store that somebody edited, names none. */
const stateSchema = z.object({
  order: z.record(z.string(), z.array(z.string())).catch({}),
  lastGood: z.record(z.string(), z.string()).catch({}),
  usageStats: z.record(z.string(), z.unknown()).catch({}),
});

/**
 * A build that saves a store leaves out of its state what names a profile of another store, such as the order of an agent for the
 * profiles of all agents, or one that is gone. A home may have both.
 */
export function profilesOfState(store: object): string[] {
  const { order, lastGood, usageStats } = stateSchema.parse(store);
  return [
    ...new Set([...Object.values(order).flat(), ...Object.values(lastGood), ...Object.keys(usageStats)]),
  ];
}
