import type { Lane } from '../gateway/observation.ts';
import type { BaselineEntry } from './baseline.ts';
import type { Evaluator } from './evaluator.ts';
import { replayCase } from './replay-case.ts';

/**
 * The fingerprints of baseline entries that do not hold any longer.
 *
 * An entry that a run did not meet is replayed; only one that conforms, in fresh processes of the real command, is
 * stale. One that could not be tested stays.
 *
 * @param lane where it is looked at first
 */
export async function staleEntries(
  evaluator: Evaluator,
  entries: readonly BaselineEntry[],
  lane: Lane,
): Promise<string[]> {
  const stale: string[] = [];
  for (const { case: value, fingerprint, law, paths } of entries) {
    const claim = { law, paths, fingerprint };
    const lanes: readonly Lane[] = lane === 'cli' ? ['cli'] : [lane, 'cli'];
    let conforms = true;
    for (const each of lanes) {
      conforms &&= (await replayCase(evaluator, { case: value, claim }, each)).verdict === 'conforms';
    }
    if (conforms) stale.push(fingerprint);
  }
  return stale;
}
