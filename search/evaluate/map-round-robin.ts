/**
 * Deals items to workers in turn, as cards are dealt; each worker takes its own in order.
 *
 * A warm process may remember what it ran, so the same items must meet the same worker in the same order each time.
 *
 * @returns the results in the order of the items
 */
export async function mapRoundRobin<T, R>(
  items: readonly T[],
  workers: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      for (let index = worker; index < items.length; index += workers) {
        results[index] = await work(items[index]!, index);
      }
    }),
  );
  return results;
}
