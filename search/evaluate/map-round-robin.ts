/**
 * Deals items to workers in turn, as cards are dealt; each worker takes its own in order.
 *
 * A warm process may remember what it ran, so the same items must meet the same worker in the same order each time.
 *
 * Where one fails, the others end what they are at and take no further item.
 *
 * @returns the results in the order of the items
 * @throws what the first failure threw, once all have ended
 */
export async function mapRoundRobin<T, R>(
  items: readonly T[],
  workers: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let failure: { readonly error: unknown } | null = null;
  const share = async (worker: number): Promise<void> => {
    for (let index = worker; index < items.length && !failure; index += workers) {
      try {
        results[index] = await work(items[index]!, index);
      } catch (error) {
        failure ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: workers }, (_, worker) => share(worker)));
  if (failure) throw (failure as { readonly error: unknown }).error;
  return results;
}
