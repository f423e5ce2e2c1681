/** The canaries of a case after keys of it were replaced. */
import type { Case } from '../case.ts';
import { keptBy } from '../steps/keeper.ts';
import type { Keeper } from '../steps/step.ts';
import { type CaseCanary, canariesOf } from './canaries.ts';
import { isSamePlace } from './place.ts';

/** A key that was replaced, and the one in its place. */
export interface Replacement {
  readonly old: CaseCanary;
  readonly now: CaseCanary;
}

export interface Rotation {
  readonly replacements: readonly Replacement[];
  /** The canaries that the provider knows after it: the new ones, and the old ones as stale. */
  readonly canaries: readonly CaseCanary[];
}

/** The canaries of a generation. The texts of generation 0 are those of the case that nobody changed. */
export function generationOf(value: Case, salt: string, generation: number): CaseCanary[] {
  return generation === 0
    ? canariesOf(value, salt)
    : canariesOf(value, `${salt} generation ${generation}`).map((each) => ({ ...each, generation }));
}

/**
 * Replaces what one keeper keeps by keys of a newer generation, which are live wherever they are keys at all. Null where it keeps
 * none.
 */
export function rotate(
  value: Case,
  keeper: Keeper,
  canaries: readonly CaseCanary[],
  newer: readonly CaseCanary[],
): Rotation | null {
  const current = canaries.filter(({ isReplaced }) => !isReplaced);
  const replacements = keptBy(value, keeper, current).map((old): Replacement => {
    const now = newer.find(({ place }) => isSamePlace(place, old.place))!;
    return { old, now: { ...now, validity: now.written.includes(now.text) ? 'live' : 'stale' } };
  });
  if (replacements.length === 0) return null;
  const isOld = (each: CaseCanary) => replacements.some(({ old }) => old === each);
  return {
    replacements,
    canaries: [
      ...replacements.map(({ now }) => now),
      ...canaries.map(
        (each): CaseCanary => (isOld(each) ? { ...each, validity: 'stale', isReplaced: true } : each),
      ),
    ],
  };
}

/** A file after its keys were replaced, wherever they stand in it as text or in JSON. */
export function textAfter(
  text: string,
  replacements: readonly {
    readonly old: Pick<CaseCanary, 'written'>;
    readonly now: Pick<CaseCanary, 'written'>;
  }[],
): string {
  return replacements.reduce((current, { old, now }) => {
    const inJson = (each: string) => JSON.stringify(each).slice(1, -1);
    return current
      .replaceAll(inJson(old.written), () => inJson(now.written))
      .replaceAll(old.written, () => now.written);
  }, text);
}
