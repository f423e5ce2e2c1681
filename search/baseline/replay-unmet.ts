import type { Lane } from '../../observation/lane.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import { claimedViolation } from '../evaluate/judge-case.ts';
import { mapRoundRobin } from '../evaluate/map-round-robin.ts';
import { replayCase } from '../saved/replay-case.ts';
import type { BaselineEntry } from './baseline.ts';

export interface ReplayOptions {
  /** Where an entry is looked at first. */
  readonly lane: Lane;
  /** Milliseconds since the epoch after which no further entry is replayed. */
  readonly deadline: number;
  /** Told after each, with how many are done. */
  readonly progress: (done: number, total: number) => void;
}

/**
 * Replays the entries of a baseline that a run did not meet, each by its law; only one that conforms, in fresh processes of the real
 * command, too, is stale. One that could not be tested stays.
 *
 * @returns the fingerprints of those that do not hold any longer, and how many were replayed
 */
export async function replayUnmet(
  evaluator: Evaluator,
  entries: readonly BaselineEntry[],
  { lane, deadline, progress }: ReplayOptions,
): Promise<{ stale: string[]; replayed: number }> {
  const { version } = evaluator.subject;
  let replayed = 0;
  const stale = await mapRoundRobin(entries, evaluator.workers, async (entry, index) => {
    if (Date.now() > deadline) return [];
    const observe = evaluator.worker(index).warm(lane);
    const holds =
      (lane !== 'cli' && Boolean(await claimedViolation(observe, entry.case, version, entry))) ||
      (await replayCase(evaluator, { case: entry.case, claim: entry }, 'cli', index)).verdict !== 'conforms';
    replayed += 1;
    progress(replayed, entries.length);
    return holds ? [] : [entry.fingerprint];
  });
  return { stale: stale.flat(), replayed };
}
