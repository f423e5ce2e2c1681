import { mapDealt } from './map-dealt.ts';

/** Deals items to workers in turn, as cards are dealt; each worker takes its own in order. */
export function mapRoundRobin<T, R>(
  items: readonly T[],
  workers: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const hands = Array.from({ length: workers }, (_, worker) =>
    items.map((_, index) => index).filter((index) => index % workers === worker),
  );
  return mapDealt(items, hands, work);
}
