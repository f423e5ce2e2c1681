/** Coverage goals: the values of two dimensions that one case brings together. */

/** The dimensions in the order in which a key names them. */
const DIMENSIONS = ['family', 'mode', 'place', 'path'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The values that a case, or everything that can be declared, has in each dimension. */
export type Values = Readonly<Record<Dimension, readonly string[]>>;

/** The key of a pair in sets and results: `family google × path audio`. No code takes it apart. */
export type PairKey = string & { readonly brand: unique symbol };

/** @param pair values of two dimensions */
export function pairKey(pair: Readonly<Partial<Record<Dimension, string>>>): PairKey {
  const [left, right, ...others] = DIMENSIONS.flatMap((name) => {
    const value = pair[name];
    return value === undefined ? [] : [{ name, value }];
  });
  if (!left || !right || others.length > 0) throw new TypeError('A pair has values of two dimensions.');
  return keyOf(left.name, left.value, right.name, right.value);
}

/** Every pair of values of two different dimensions. */
export function pairsAmong(values: Values): Set<PairKey> {
  const pairs = new Set<PairKey>();
  for (const [index, left] of DIMENSIONS.entries())
    for (const right of DIMENSIONS.slice(index + 1))
      for (const a of values[left]) for (const b of values[right]) pairs.add(keyOf(left, a, right, b));
  return pairs;
}

/** Made for hundreds of pairs of each of thousands of cases: `pairKey` takes ten times as long. */
function keyOf(left: Dimension, a: string, right: Dimension, b: string): PairKey {
  return `${left} ${a} × ${right} ${b}` as PairKey;
}
