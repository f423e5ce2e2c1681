import type { Lane } from '../gateway/observation.ts';
import type { BaselineEntry } from './baseline.ts';
import type { Evaluator } from './evaluator.ts';
import { inTurns } from './in-turns.ts';
import { claimedViolation, type Observe } from './judge-case.ts';
import { replayCase } from './replay-case.ts';

/**
 * The fingerprints of baseline entries that do not hold any longer.
 *
 * An entry that a run did not meet is replayed by its law; only one that conforms, in fresh processes of the real command,
 * too, is stale. One that could not be tested stays.
 *
 * @param lane where it is looked at first
 * @param progress told after each, with how many are done
 */
export async function staleEntries(
  evaluator: Evaluator,
  entries: readonly BaselineEntry[],
  lane: Lane,
  progress: (done: number) => void = () => {},
): Promise<string[]> {
  const { version } = evaluator.subject;
  let done = 0;
  const stale = await inTurns(entries, evaluator.workers, async (entry, turn) => {
    const observe: Observe = (value, paths) => evaluator.observe(value, paths, lane, turn);
    const holds =
      (lane !== 'cli' && Boolean(await claimedViolation(observe, entry.case, version, entry))) ||
      (await replayCase(evaluator, { case: entry.case, claim: entry }, 'cli', turn)).verdict !== 'conforms';
    done += 1;
    progress(done);
    return holds ? [] : [entry.fingerprint];
  });
  return stale.flat();
}
