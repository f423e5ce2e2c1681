/** An arbitrary that mostly gives nothing, and shrinks to nothing without context. */
import fc from 'fast-check';

/** One value in twelve or so is of `arbitrary`. */
export function rarely<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof<fc.MaybeWeightedArbitrary<T | null>[]>(
    { weight: 10, arbitrary: fc.constant<T | null>(null) },
    // A choice among alternatives shrinks within the one that can give the value: that must know of nothing, too.
    { weight: 2, arbitrary: fc.option<T>(arbitrary, { freq: 2 }) },
  );
}
