/** Part `index` of `count`, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Every n-th: whatever the number of shards, each case is in one of them. */
export function isIn(shard: Shard | null, index: number): boolean {
  return !shard || index % shard.count === shard.index - 1;
}
