/** The canaries of a case after keys of it were replaced. */
import type { Case } from '../case.ts';
import { type Canary, canariesOf } from './canaries.ts';
import { isSamePlace } from './place.ts';

/** The canaries of a generation. The texts of generation 0 are those of the case that nobody changed. */
export function generationOf(value: Case, salt: string, generation: number): Canary[] {
  return canariesOf(value, generation === 0 ? salt : `${salt} generation ${generation}`);
}

export interface Rotation {
  /** The text of the file after it. */
  readonly text: string;
  /** The canaries that the provider knows after it: the new ones, and the old ones as stale. */
  readonly canaries: readonly Canary[];
}

/**
 * Replaces the keys that stand in a file by those of a newer generation. A stale canary of a rotated place is so
 * seen as what it is: an old key that is still sent. Returns null where no key of the case stands in the file.
 */
export function rotate(text: string, canaries: readonly Canary[], newer: readonly Canary[]): Rotation | null {
  const replaced = canaries.filter((old) => text.includes(old.written));
  if (replaced.length === 0) return null;
  const successors = replaced.map((old) => newer.find(({ place }) => isSamePlace(place, old.place))!);
  return {
    text: replaced.reduce(
      (current, old, index) => current.replaceAll(old.written, successors[index]!.written),
      text,
    ),
    canaries: [
      ...successors,
      ...canaries.map((each): Canary => (replaced.includes(each) ? { ...each, validity: 'stale' } : each)),
    ],
  };
}
