import type { Observation } from '../../observation/observation.ts';
import type { PathName } from '../../observation/path-name.ts';

/** An observation whose process somebody else ended, or the system for want of memory: nothing is judged by it. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly path: PathName;

  constructor(path: PathName) {
    super(
      `a process of the build was killed while ${path} ran, and not by this suite. Check the memory of the machine; fewer --workers need less`,
    );
    this.path = path;
  }
}

/** @throws Interrupted for an observation that was */
export function uninterrupted(observation: Observation): Observation {
  const { outcome, path } = observation;
  if (outcome.kind === 'failure' && outcome.class === 'interrupted') throw new Interrupted(path);
  return observation;
}
