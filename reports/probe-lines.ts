import type { Observation } from '../observation/observation.ts';

/** A line for each profile or source that a probe tried; null for a path that probes none. */
export function probeLines({ probe }: Pick<Observation, 'probe'>): string[] | null {
  if (!probe) return null;
  const lines = probe.map(
    ({ profileId, source, status, reason }) => `${profileId ?? source}: ${reason ?? status}`,
  );
  return lines.length > 0 ? lines : ['no target'];
}
