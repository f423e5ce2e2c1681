/**
 * Cases for the declared pairs that a run did not reach.
 *
 * The setup of a case tells beforehand what it reaches, but a path that never comes to a credential reaches nothing:
 * a part of a turn where chat fails, above all. So the setup is one that chat is answered with: usable credentials, and
 * nothing else that a case may have, unless the pair needs it.
 */
import fc from 'fast-check';
import type { Case } from '../../generators/case.ts';
import { PLAIN, PLAIN_ENTRY, PLAIN_SETUP } from '../../generators/plain-case.ts';
import { type ProviderSetup, usableSetup } from '../../generators/provider-setup.ts';
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
    const gapsOf = (value: Case) => [...reachablePairs(value, space)].filter((pair) => left.has(pair));
    const usable = answered(drawn);
    const most = gapsOf(usable).length;
    const value = [withCredentialsAlone(usable), usable].find((each) => gapsOf(each).length === most)!;
    for (const pair of gapsOf(value)) left.delete(pair);
    return most > 0 ? [value] : [];
  });
}

function answered(value: Case): Case {
  const provider = { ...usableSetup(value.provider), answer: 'by-key', answeredRequests: 'every' } as const;
  return { ...value, provider, fallback: null };
}

/** A case with the credentials of its provider, and with every other axis at its usual value. */
function withCredentialsAlone(value: Case): Case {
  const { id, environment, profiles, entry, aws, defaultCredentials } = value.provider;
  const { auth, apiKey, header } = entry ?? PLAIN_ENTRY;
  const provider: ProviderSetup = {
    ...PLAIN_SETUP,
    id,
    environment,
    profiles,
    entry: entry && { ...PLAIN_ENTRY, auth, apiKey, header },
    aws,
    defaultCredentials,
  };
  return { ...PLAIN, schemaVersion: value.schemaVersion, provider };
}
