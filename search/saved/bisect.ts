/**
 * Finds where a case began, or ceased, to break its law among versions in order of release.
 *
 * A version on which the case cannot be tested says nothing: its neighbours are asked instead, and it is named.
 */
import type { Verdict } from '../result/result.ts';

export interface Bisection {
  /** The two neighbours between which the verdict changes. */
  readonly before: string;
  readonly after: string;
  /** Versions between them that could not be tested. */
  readonly untested: readonly string[];
}

/**
 * @param versions in order; an end that cannot be tested is left out
 * @param test may be asked again for a version, and then should remember
 * @returns null when the first and the last that can be tested have the same verdict, or there are no two
 */
export async function bisect(
  versions: readonly string[],
  test: (version: string) => Promise<Verdict>,
): Promise<Bisection | null> {
  let low = 0;
  let high = versions.length - 1;
  while (low < high && (await test(versions[low]!)) === 'not testable') low += 1;
  while (low < high && (await test(versions[high]!)) === 'not testable') high -= 1;
  if (low >= high) return null;
  const ends = [await test(versions[low]!), await test(versions[high]!)] as const;
  if (ends[0] === ends[1]) return null;
  const untested = new Set<number>();
  for (;;) {
    const middle = nearestOpen(low, high, untested);
    if (middle === null) break;
    const verdict = await test(versions[middle]!);
    if (verdict === 'not testable') untested.add(middle);
    else if (verdict === ends[0]) low = middle;
    else high = middle;
  }
  return {
    before: versions[low]!,
    after: versions[high]!,
    untested: [...untested]
      .filter((index) => index > low && index < high)
      .toSorted((a, b) => a - b)
      .map((index) => versions[index]!),
  };
}

/** The version nearest to the middle of two that is not known to be untestable; null where none is left. */
function nearestOpen(low: number, high: number, untested: ReadonlySet<number>): number | null {
  const middle = (low + high) / 2;
  const between = Array.from({ length: high - low - 1 }, (_, index) => low + 1 + index);
  const open = between.filter((index) => !untested.has(index));
  return open.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0] ?? null;
}
