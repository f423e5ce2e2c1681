/** Measures of a grouping against labels that somebody gave by hand. */

export interface Grouped {
  readonly group: string;
  readonly label: string;
}

/**
 * Purity: the share of items that lie in a group with mostly their label, which many small groups buy. Inverse purity: the
 * share of items that lie with most of their label, which few large groups buy. Both are 0 for no items.
 */
export function groupingQuality(items: readonly Grouped[]): { purity: number; inversePurity: number } {
  return {
    purity:
      majority(
        items,
        ({ group }) => group,
        ({ label }) => label,
      ) / (items.length || 1),
    inversePurity:
      majority(
        items,
        ({ label }) => label,
        ({ group }) => group,
      ) / (items.length || 1),
  };
}

/** The number of items that belong to the largest part of their whole. */
function majority(
  items: readonly Grouped[],
  wholeOf: (item: Grouped) => string,
  partOf: (item: Grouped) => string,
): number {
  return [...Map.groupBy(items, wholeOf).values()].reduce(
    (sum, whole) => sum + Math.max(...[...Map.groupBy(whole, partOf).values()].map(({ length }) => length)),
    0,
  );
}
