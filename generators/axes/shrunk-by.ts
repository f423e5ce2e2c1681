/** An arbitrary that draws as one and shrinks as another. */
import fc from 'fast-check';

/**
 * Draws what `drawn` draws. Shrinks a value, drawn or not, by the first of `shrinkers` that can shrink it without
 * context.
 *
 * A value can be possible without being worth drawing: users write such values, and the import reads them.
 */
export function shrunkBy<T>(
  drawn: fc.Arbitrary<T>,
  ...shrinkers: readonly [fc.Arbitrary<T>, ...fc.Arbitrary<T>[]]
): fc.Arbitrary<T> {
  return new ShrunkBy(drawn, shrinkers);
}

class ShrunkBy<T> extends fc.Arbitrary<T> {
  readonly #drawn: fc.Arbitrary<T>;
  readonly #shrinkers: readonly fc.Arbitrary<T>[];

  constructor(drawn: fc.Arbitrary<T>, shrinkers: readonly fc.Arbitrary<T>[]) {
    super();
    this.#drawn = drawn;
    this.#shrinkers = shrinkers;
  }

  override generate(random: fc.Random, biasFactor: number | undefined): fc.Value<T> {
    return this.#drawn.generate(random, biasFactor);
  }

  override canShrinkWithoutContext(value: unknown): value is T {
    return this.#shrinkers.some((shrinker) => shrinker.canShrinkWithoutContext(value));
  }

  override shrink(value: T): fc.Stream<fc.Value<T>> {
    const shrinker = this.#shrinkers.find((each) => each.canShrinkWithoutContext(value));
    return shrinker?.shrink(value, undefined) ?? fc.Stream.nil();
  }
}
