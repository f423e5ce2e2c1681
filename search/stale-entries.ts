import type { Lane } from '../gateway/observation.ts';
import type { BaselineEntry } from './baseline.ts';
import type { Evaluator } from './evaluator.ts';
import { inTurns } from './in-turns.ts';
import { judgeCase, lawsOf } from './judge-case.ts';
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
  let done = 0;
  const stale = await inTurns(entries, evaluator.workers, async (entry, turn) => {
    const holds =
      (lane !== 'cli' && (await isViolated(evaluator, entry, lane, turn))) ||
      (await replayCase(evaluator, { case: entry.case, claim: entry }, 'cli', turn)).verdict !== 'conforms';
    done += 1;
    progress(done);
    return holds ? [] : [entry.fingerprint];
  });
  return stale.flat();
}

async function isViolated(
  evaluator: Evaluator,
  entry: BaselineEntry,
  lane: Lane,
  turn: number,
): Promise<boolean> {
  const { case: value, paths, fingerprint } = entry;
  const judgement = await judgeCase(
    (each, some) => evaluator.observe(each, some, lane, turn),
    value,
    evaluator.subject.version,
    paths,
    lawsOf(entry),
  );
  return judgement?.violations.some((violation) => violation.fingerprint === fingerprint) ?? false;
}
