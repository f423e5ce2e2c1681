/** Coverage goals: the values of two dimensions that one case brings together. */

/** The dimensions in the order in which a key names them. */
const DIMENSIONS = ['family', 'mode', 'place', 'path'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The values that a case, or everything that can be declared, has in each dimension. */
export type Values = Readonly<Record<Dimension, readonly string[]>>;

/** The key of a pair in sets and results: `family google × path audio`. No code takes it apart. */
export type PairKey = string & { readonly brand: unique symbol };

export function pairKey(pair: Readonly<Partial<Record<Dimension, string>>>): PairKey {
  return DIMENSIONS.flatMap((name) => (pair[name] === undefined ? [] : [`${name} ${pair[name]}`])).join(
    ' × ',
  ) as PairKey;
}

/** Every pair of values of two different dimensions. */
export function pairsAmong(values: Values): Set<PairKey> {
  const keys = DIMENSIONS.flatMap((left, index) =>
    DIMENSIONS.slice(index + 1).flatMap((right) =>
      values[left].flatMap((a) => values[right].map((b) => pairKey({ [left]: a, [right]: b }))),
    ),
  );
  return new Set(keys);
}
