/** The steps of cases, each run once a lane: all its observations come from one home. */
import type { Driver } from '../../gateway/driver.ts';
import { type Case, caseText } from '../../generators/case.ts';
import type { Lane } from '../../observation/lane.ts';
import type { Observation } from '../../observation/observation.ts';
import { uninterrupted } from './interrupted.ts';
import { isLasting, type KeptObservations } from './kept-observations.ts';
import { unlessStopped } from './stopped.ts';

export type ObserveSteps = (
  driver: Driver,
  value: Case,
  lane: Lane,
  options: { readonly isFresh: boolean },
) => Promise<Observation[]>;

export function rememberedSteps(kept?: KeptObservations, signal?: AbortSignal): ObserveSteps {
  const memory = new Map<string, Promise<Observation[]>>();
  const observe: ObserveSteps = async (driver, value, lane, { isFresh }) => {
    if (isFresh) await driver.refresh();
    return driver.observeSteps(value, lane);
  };
  return (driver, value, lane, options) => {
    const run = `${options.isFresh ? 'fresh' : 'warm'} steps ${lane} ${caseText(value)}`;
    const observations = memory.get(run) ?? once(run, () => observe(driver, value, lane, options));
    memory.set(run, observations);
    return observations;
  };

  async function once(run: string, take: () => Promise<Observation[]>): Promise<Observation[]> {
    const before = keptOf(run);
    if (before.length > 0) return before;
    signal?.throwIfAborted();
    const observations = (await unlessStopped(take(), signal)).map(uninterrupted);
    if (!observations.every(isLasting)) return observations;
    // The first is kept last, so that none is kept without the others.
    for (const [index, each] of [...observations.entries()].reverse()) kept?.add(`${run} ${index}`, each);
    return observations;
  }

  function keptOf(run: string): Observation[] {
    const observations: Observation[] = [];
    for (;;) {
      const next = kept?.get(`${run} ${observations.length}`);
      if (!next) return observations;
      observations.push(next);
    }
  }
}
