/** The first difference of two values of JSON. */

/** @returns the place of the first difference, with both sides cut: `findings.3.detail: "a" · "b"`; null where they are equal */
export function firstDifference(left: unknown, right: unknown, place = ''): string | null {
  if (isBranch(left) && isBranch(right) && Array.isArray(left) === Array.isArray(right)) {
    for (const name of new Set([...Object.keys(left), ...Object.keys(right)])) {
      const found = firstDifference(left[name], right[name], place === '' ? name : `${place}.${name}`);
      if (found !== null) return found;
    }
    return null;
  }
  return left === right ? null : `${place}: ${shown(left)} · ${shown(right)}`;
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'absent').slice(0, 200);
}
