import { z } from 'zod';

/** Part `index` of `count`, from 1. */
export const shardSchema = z.object({ index: z.int().min(1), count: z.int().min(1) }).readonly();
export type Shard = z.infer<typeof shardSchema>;

/** Every n-th: whatever the number of shards, each case is in one of them. */
export function isIn(shard: Shard | null, index: number): boolean {
  return !shard || index % shard.count === shard.index - 1;
}
