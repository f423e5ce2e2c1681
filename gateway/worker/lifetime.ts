/**
 * The life of a worker.
 *
 * A start is dear: on 2026.9.6 the modules and each provider's plugin take the processor time of 40 runs. So a worker
 * lives as long as its memory allows: 2026.9.6 keeps 2 MB of each home.
 */

/** Homes that a process of the subject takes by itself, and a few less (docs/openclaw-auth-contract.md 5.4: 256). */
const HOMES_UNEDITED = 240;
const HOMES = 500;
/** Requests of a process that has seen one folder: some builds are given the same one for every home. */
const REQUESTS = 800;

export interface Lifetime {
  /** To be called for each request, with the folder that it is run in. */
  enter(folder: string): void;
  /** Whether another process is to serve the next request. */
  isOver(): boolean;
}

/** @param hasNoLimit whether the subject's own limit of homes is lifted by now */
export function createLifetime(hasNoLimit: () => boolean): Lifetime {
  let homes = 0;
  let requests = 0;
  let last: string | null = null;
  return {
    enter(folder) {
      requests += 1;
      if (folder !== last) homes += 1;
      last = folder;
    },
    isOver: () => (homes > 1 ? homes >= (hasNoLimit() ? HOMES : HOMES_UNEDITED) : requests >= REQUESTS),
  };
}
