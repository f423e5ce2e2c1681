/** Weights on a flat choice, which shrinks without context to its first value. */
import fc from 'fast-check';

/**
 * One of the keys, as often as its weight says; shrinks to the first.
 *
 * @example weighted({ same: 3, 'other-model': 1 })
 */
export function weighted<T extends string>(weights: Readonly<Record<T, number>>): fc.Arbitrary<T> {
  const values = Object.keys(weights) as T[];
  return fc.constantFrom(...values.flatMap((value) => Array<T>(weights[value]).fill(value)));
}

/** True in one draw of `count`; shrinks to false. */
export function oneIn(count: number): fc.Arbitrary<boolean> {
  return fc.constantFrom(...Array<boolean>(count - 1).fill(false), true);
}
