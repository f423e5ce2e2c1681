/**
 * Cases for the declared pairs that a run did not reach.
 *
 * The setup of a case tells beforehand what it reaches, but a path that never comes to a credential reaches nothing:
 * a part of a turn where chat fails, above all. So the setup is one that chat is answered with.
 */
import fc from 'fast-check';
import type { Case } from '../../generators/case.ts';
import { usableSetup } from '../../generators/provider-setup.ts';
import { reachablePairs } from './coverage.ts';
import type { PairKey } from './pair.ts';
import { drawnFrom } from './random-cases.ts';
import type { Space } from './space.ts';

const DRAWN = 4000;

/** At most one case for each gap, and one may serve several: the same gaps and seed give the same cases; none for a pair that nothing drawn would reach. */
export function casesForGaps(gaps: readonly PairKey[], seed: number, space: Space): Case[] {
  const left = new Set(gaps);
  return fc.sample(drawnFrom(space), { seed, numRuns: DRAWN }).flatMap((drawn) => {
    if (left.size === 0) return [];
    const value = answered(drawn);
    const reached = [...reachablePairs(value, space)].filter((pair) => left.has(pair));
    for (const pair of reached) left.delete(pair);
    return reached.length > 0 ? [value] : [];
  });
}

function answered(value: Case): Case {
  const provider = { ...usableSetup(value.provider), answer: 'by-key', answeredRequests: 'every' } as const;
  return { ...value, provider, fallback: null };
}
