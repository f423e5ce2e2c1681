import type { Fingerprint } from '../../invariants/fingerprint.ts';
import type { Lane } from '../../observation/lane.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import { claimedViolation } from '../evaluate/judge-case.ts';
import { mapRoundRobin } from '../evaluate/map-round-robin.ts';
import { replayCase } from '../saved/replay-case.ts';
import { claimOfKnown, type KnownFinding } from './known-cause.ts';
import type { NotReplayed } from './not-replayed.ts';

export interface ReplayOptions {
  /** The lane in which a finding is looked at first. */
  readonly lane: Lane;
  /** Milliseconds since the epoch after which no further finding is replayed. */
  readonly deadline: number;
  /** Told after each, with how many are done. */
  readonly progress: (done: number, total: number) => void;
}

/** The outcome of the replays so far. */
export interface Replays {
  /** The fingerprints of findings that do not hold any longer. */
  stale: Fingerprint[];
  replayed: number;
  notReplayed: NotReplayed;
}

/**
 * Replays the findings of a baseline that a run did not meet, each by its law; only one that conforms, in fresh
 * processes of the real command, too, is stale. One that could not be tested stays.
 *
 * @param replays filled as findings are replayed, so that what ends it loses none
 */
export async function replayUnmet(
  evaluator: Evaluator,
  findings: readonly KnownFinding[],
  replays: Replays,
  { lane, deadline, progress }: ReplayOptions,
): Promise<void> {
  const { version } = evaluator.subject;
  await mapRoundRobin(findings, evaluator.workers, async (finding, index) => {
    if (Date.now() > deadline) return;
    const claim = claimOfKnown(finding);
    const observe = evaluator.worker(index).warm(lane);
    const holds =
      (lane !== 'cli' && Boolean(await claimedViolation(observe, finding.case, version, claim))) ||
      (await replayCase(evaluator, { case: finding.case, claim }, 'cli', index)).verdict !== 'conforms';
    replays.replayed += 1;
    if (!holds) replays.stale = [...replays.stale, finding.fingerprint].sort();
    progress(replays.replayed, findings.length);
  });
}
