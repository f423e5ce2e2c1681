/** The line that replays a finding, as it works when it is pasted. */
import type { Lane } from '../observation/lane.ts';
import type { Reference } from '../search/evaluate/reference.ts';
import type { Finding, Result } from '../search/result/result.ts';
import { foundFile } from '../search/saved/found-cases.ts';
import { suiteLine } from '../support/shell-line.ts';

export interface ReplayOf {
  readonly file: string;
  readonly target: string;
  /** The lane that showed it; `cli` is where a replay runs unless told otherwise. */
  readonly lane: Lane;
  /** The door of chat. */
  readonly reference?: Reference;
  /** The law to judge by, where the case does not claim one. */
  readonly law?: string;
}

export function replayLine({ file, target, lane, law, reference = 'auto' }: ReplayOf): string {
  return suiteLine(
    'replay',
    file,
    ...(law ? ['--law', law] : []),
    ...(lane === 'cli' ? [] : ['--lane', lane]),
    ...(reference === 'auto' ? [] : ['--reference', reference]),
    '--target',
    target,
  );
}

/** The line for a finding whose case file is where a run saves it. */
export function findingReplayLine(
  finding: Omit<Finding, 'case'>,
  { subject, lane, reference }: Pick<Result, 'subject' | 'lane' | 'reference'>,
): string {
  const { target } = subject;
  return replayLine({ file: foundFile(finding), target, lane: laneOf(finding, lane), reference });
}

/** The lane that saw it again; what nothing saw again is asked where it was met. */
export function laneOf({ confirmedIn }: Pick<Finding, 'confirmedIn'>, met: Lane): Lane {
  switch (confirmedIn) {
    case 'cli':
      return 'cli';
    case 'embedded in a fresh process':
      return 'embedded';
    case 'gateway, started for it':
      return 'gateway';
    case null:
      return met;
  }
}
