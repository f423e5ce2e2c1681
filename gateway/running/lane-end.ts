/** The end of a path that was asked of a running gateway: at a door, by a command, or with the start of the gateway. */
import type { Canary } from '../../generators/secrets/canaries.ts';
import type { Observation } from '../../observation/observation.ts';
import type { Outcome } from '../../observation/outcome.ts';
import type { WireRequest } from '../../observation/request.ts';
import type { AnyPath } from '../../paths/paths.ts';
import type { Home } from '../home/home.ts';
import { findDisclosures } from '../observe/disclosures.ts';
import { type EndedRun, outcomeOfEnd, outcomeOfStart, takeLog } from '../observe/end-of-run.ts';
import { type RememberingNetwork, rememberSecrets } from '../observe/network-record.ts';
import { redactOutcome } from '../observe/redact.ts';
import { outcomeOfTool } from '../observe/tool-outcome.ts';
import type { ToolTurn } from '../observe/tool-turn.ts';
import type { Subject } from '../subject/subject.ts';
import type { WorkerEnd } from '../worker/worker-process.ts';
import type { DoorEnd } from './door-end.ts';
import { outcomeOfDoor, unlessKilled } from './door-outcome.ts';
import type { GatewayStart } from './gateway-process.ts';

export type LaneEnd =
  | { readonly by: 'door'; readonly end: DoorEnd }
  | { readonly by: 'command' | 'start'; readonly end: WorkerEnd };

/** The lane in which a path ended. */
export interface EndedLane {
  readonly beside: { readonly subject: Pick<Subject, 'version' | 'root'> };
  readonly network: Pick<RememberingNetwork, 'earlier'>;
  readonly logFile: string;
  readonly home: Pick<Home, 'folder' | 'declares'>;
  readonly start: GatewayStart;
}

/** The requests until then, and the canaries of the home. */
export interface SeenByEnd {
  readonly requests: readonly WireRequest[];
  readonly canaries: readonly Canary[];
  /** The turn that the path is a part of; null: it is asked by itself. */
  readonly turn: ToolTurn | null;
  /** Whether an attachment came in with the turn, and no model was given it. */
  readonly isUnread: boolean;
  /** The name on the path of the provider that it asks. */
  readonly provider: string;
}

const UNREAD: Outcome = {
  kind: 'failure',
  class: 'unread-attachment',
  message: 'the turn was answered, and no model was given the attachment',
};

/** Reads the ends of one path, asked once or several times at once: their outcomes without secrets, and what was disclosed. */
export async function readEnds(
  { beside: { subject }, network, logFile, home, start }: EndedLane,
  path: AnyPath,
  ends: readonly LaneEnd[],
  { requests, canaries, turn, isUnread, provider }: SeenByEnd,
): Promise<{ readonly outcomes: Outcome[]; readonly disclosures: Observation['disclosures'] }> {
  const output = start.kind === 'running' ? start.gateway.takeOutput() : '';
  const log = `${takeLog(logFile)}${output}`;
  const folders = { [home.folder]: '~', [subject.root]: '<openclaw>' };
  const run: EndedRun = { version: subject.version, canaries, folders, turn, provider };
  const outcomes = await Promise.all(
    ends.map((ended) => {
      const outcome = outcomeOf(path, ended, requests, output, run);
      return unlessKilled(start, isUnread && outcome.kind === 'answer' ? UNREAD : outcome);
    }),
  );
  const disclosures = findDisclosures(home.folder, { ...streamsOf(ends), log }, canaries, home.declares);
  rememberSecrets(network, canaries);
  return { outcomes, disclosures };
}

function outcomeOf(
  path: AnyPath,
  ended: LaneEnd,
  requests: readonly WireRequest[],
  gatewayOutput: string,
  run: EndedRun,
): Outcome {
  switch (ended.by) {
    case 'start':
      return outcomeOfStart(ended.end, run);
    case 'command':
      return outcomeOfEnd(path, ended.end, [...requests], run);
    case 'door': {
      const ofTool = run.turn && outcomeOfTool(run.turn, requests);
      const outcome = ofTool ?? outcomeOfDoor(path, ended.end, gatewayOutput, requests);
      return redactOutcome(outcome, run.canaries, run.folders);
    }
  }
}

/** The output of a command, or the answer of a door; null: it did not end by itself. */
export function stdoutOf({ by, end }: LaneEnd): string | null {
  if (end.kind !== 'reply') return null;
  return by === 'door' ? end.text : end.reply.stdout;
}

/** Null: no command ended by itself. */
export function exitCodeOf({ by, end }: LaneEnd): number | null {
  return by === 'command' && end.kind === 'reply' ? end.reply.exitCode : null;
}

/** By name, the texts of all ends. */
function streamsOf(ends: readonly LaneEnd[]): Record<string, string> {
  const streams: Record<string, string> = {};
  for (const [name, text] of ends.flatMap((ended) => Object.entries(streamsOfOne(ended))))
    streams[name] = name in streams ? `${streams[name]}\n${text}` : text;
  return streams;
}

function streamsOfOne(ended: LaneEnd): Record<string, string> {
  if (ended.by === 'door') return ended.end.kind === 'reply' ? { answer: ended.end.text } : {};
  const { end } = ended;
  return end.kind === 'reply' ? { stdout: end.reply.stdout, stderr: end.reply.stderr } : { stderr: end.tail };
}
