/** The single paths of cases, each run once a lane. */
import type { Observation } from '../../observation/observation.ts';
import { uninterrupted } from './interrupted.ts';
import { isLasting, type KeptObservations } from './kept-observations.ts';
import { unlessStopped } from './stopped.ts';

/** @param run names what is observed: the same name is observed once */
export type ObserveOnce = (run: string, observe: () => Promise<Observation>) => Promise<Observation>;

export function rememberedPaths(kept?: KeptObservations, signal?: AbortSignal): ObserveOnce {
  const memory = new Map<string, Promise<Observation>>();
  return (run, observe) => {
    const observation = memory.get(run) ?? unlessKept(run, observe);
    memory.set(run, observation);
    return observation;
  };

  async function unlessKept(run: string, observe: () => Promise<Observation>): Promise<Observation> {
    const before = kept?.get(run);
    if (before) return before;
    signal?.throwIfAborted();
    // Observations of a stopped process say nothing of the build, and are not kept.
    const observation = uninterrupted(await unlessStopped(observe(), signal));
    if (isLasting(observation)) kept?.add(run, observation);
    return observation;
  }
}
