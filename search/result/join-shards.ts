/** Joins figures and lists of the shards of one run. */

/** Counts by name, added up, in the order of names. */
export function added(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  return byName(counts, (a, b) => a + b);
}

/** Figures by name, those of one name joined to one, in the order of names. */
export function byName(
  figures: readonly Readonly<Record<string, number>>[],
  join: (a: number, b: number) => number,
): Record<string, number> {
  const joined: Record<string, number> = {};
  for (const [name, figure] of figures.flatMap((each) => Object.entries(each)))
    joined[name] = name in joined ? join(joined[name]!, figure) : figure;
  return Object.fromEntries(Object.entries(joined).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function once<T>(all: readonly T[], nameOf: (each: T) => string): T[] {
  return [...new Map(all.map((each) => [nameOf(each), each])).values()];
}

export function inEvery<T>(lists: readonly (readonly T[])[]): T[] {
  const [first = [], ...others] = lists;
  return first.filter((each) => others.every((list) => list.includes(each)));
}
