/** Differences between the documents of two builds, promise by promise. */
import type { Digests } from './digests.ts';
import type { DocumentedPromise } from './documented-promise.ts';

export type Drift = 'changed' | 'gone' | 'new';

export interface Drifted {
  readonly promise: DocumentedPromise;
  readonly drift: Drift;
}

/** The promises whose passage differs between two builds, in the order of the list. */
export function driftOf(promises: readonly DocumentedPromise[], before: Digests, after: Digests): Drifted[] {
  return promises.flatMap((promise) => {
    const [old, now] = [before[promise.id] ?? null, after[promise.id] ?? null];
    if (old === now) return [];
    return [{ promise, drift: old === null ? 'new' : now === null ? 'gone' : 'changed' }];
  });
}
