/**
 * Gives each worker its own items, which it takes in their order.
 *
 * A warm process may remember what it ran, so the same items must meet the same worker in the same order each time.
 *
 * The others end what they are at and take no further item where one fails.
 *
 * @param hands for each worker the places of its items
 * @returns the results in the order of the items
 * @throws what the first failure threw, once all have ended
 */
export async function mapDealt<T, R>(
  items: readonly T[],
  hands: readonly (readonly number[])[],
  work: (item: T, index: number, worker: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let failure: { readonly error: unknown } | null = null;
  const share = async (hand: readonly number[], worker: number): Promise<void> => {
    for (const index of hand) {
      if (failure) return;
      try {
        results[index] = await work(items[index]!, index, worker);
      } catch (error) {
        failure ??= { error };
      }
    }
  };
  await Promise.all(hands.map(share));
  if (failure) throw (failure as { readonly error: unknown }).error;
  return results;
}
