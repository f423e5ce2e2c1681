import type { Observation } from '../../observation/observation.ts';

/** The observations of a case itself, of each path or of each step that takes one: its variants are run after it. */
export function firstOfEach(observations: readonly Observation[]): Observation[] {
  const ofSteps = observations.filter(({ step }) => step !== undefined);
  if (ofSteps.length > 0) return ofSteps.toSorted((one, other) => one.step! - other.step!);
  return [...Map.groupBy(observations, ({ path }) => path).values()].map(([first]) => first!);
}
