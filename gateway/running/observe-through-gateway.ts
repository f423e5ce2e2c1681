/**
 * The `gateway` lane: a path goes through a door of a running gateway, or, where it has none, its command runs
 * beside it on the same home.
 */
import { hash } from 'node:crypto';
import type { AwsBackend } from '../../mocks/aws/backend.ts';
import type { TelegramBot } from '../../mocks/channels/telegram.ts';
import { emptyObservation, type Observation } from '../../observation/observation.ts';
import type { Outcome } from '../../observation/outcome.ts';
import type { WireRequest } from '../../observation/request.ts';
import { nameIn } from '../../paths/asked-model.ts';
import type { AnyPath } from '../../paths/paths.ts';
import type { ExpectedModel, Runnable, Staged } from '../cases/runnable.ts';
import { type PathRunner, runPath } from '../lanes/run-path.ts';
import { findDisclosures } from '../observe/disclosures.ts';
import { chosenModel, type EndedRun, outcomeOfEnd, outcomeOfStart, takeLog } from '../observe/end-of-run.ts';
import { type DriverNetwork, recordNetwork } from '../observe/network-record.ts';
import { redactOutcome } from '../observe/redact.ts';
import { outcomeOfTool } from '../observe/tool-outcome.ts';
import type { WorkerEnd } from '../worker/worker-process.ts';
import { askThroughChannel } from './channel-door.ts';
import { channelToken } from './channel-token.ts';
import type { DoorEnd } from './door-end.ts';
import { outcomeOfDoor, unlessKilled } from './door-outcome.ts';
import { askGateway } from './http-door.ts';
import type { GatewayInHome, LivingGateway } from './living-gateway.ts';
import { askBySocket } from './rpc-door.ts';

const MILLISECONDS = 240_000;
/** A bot that does not answer a message says nothing at all. */
const CHANNEL_MS = 120_000;

export interface GatewayLaneOptions {
  readonly living: LivingGateway;
  /** The bot of every gateway with a channel. */
  readonly bot: TelegramBot;
  /** Runs commands beside the gateway; its environment lets them reach the gateway. */
  readonly beside: PathRunner;
  readonly network: DriverNetwork & { readonly earlier: Set<string> };
  readonly aws: AwsBackend | null;
  readonly logFile: string;
  /** The canaries of a home that was changed since it was written; absent: those of the case. */
  readonly issued?: Staged;
}

/** How a path ended: at a door, by a command, or with the start of the gateway. */
type LaneEnd =
  | { readonly by: 'door'; readonly end: DoorEnd }
  | { readonly by: 'command' | 'start'; readonly end: WorkerEnd };

/** Runs a path of a case that the build has. Never throws for what a subject does. */
export async function observeThroughGateway(
  { living, bot, beside, network, aws, logFile, issued }: GatewayLaneOptions,
  value: Runnable,
  path: AnyPath,
  model: ExpectedModel,
): Promise<Observation> {
  const started = Date.now();
  const observation = emptyObservation(path.name, 'gateway', { provider: model.provider, id: model.model });
  // The paths of a case share a gateway, and so its secrets.
  const salt = gatewaySalt(value);
  const made = issued ?? (await value.stage(salt, aws));
  const token = path.needs.channel ? [channelToken(value, salt)] : [];
  const staged = { ...made, canaries: [...made.canaries, ...token] };
  const { canaries, parties } = staged;
  const next = value.fallback(path);
  const fallback = next === model.provider ? null : next;
  const begin = (workspace: string | null) => {
    const call = workspace === null ? null : (path.turn?.call(workspace) ?? null);
    return {
      call,
      record: recordNetwork(network, {
        parties,
        canaries,
        call,
        fallback,
        inbound: workspace === null ? undefined : path.inbound,
        isGateway: true,
      }),
    };
  };
  // The start is recorded as a part of the path that needed it.
  const atStart = begin(null).record;
  const serving = await living.serve(value, path, staged);
  const before = atStart.stop();
  const { home, start } = serving;
  const { call, record } = begin(home.workspace);
  const ended = await drive(serving, { beside, bot }, value, path, model);
  const during = record.stop();
  const requests = [...before.requests, ...during.requests];
  const gatewayOutput = start.kind === 'running' ? start.gateway.takeOutput() : '';
  const log = `${takeLog(logFile)}${gatewayOutput}`;
  const folders = { [home.folder]: '~', [beside.subject.root]: '<openclaw>' };
  const turn = call && record.turn;
  const run: EndedRun = { version: beside.subject.version, canaries, folders, turn };
  const end = outcomeOf(path, ended, requests, gatewayOutput, run);
  const isUnread = path.inbound && end.kind === 'answer' && !record.attachment.isRead;
  const outcome = await unlessKilled(start, isUnread ? UNREAD : end);
  const stdout = stdoutOf(ended);
  const disclosures = findDisclosures(home.folder, { ...streamsOf(ended), log }, canaries, home.declares);
  for (const { text, exchanged } of canaries) {
    network.earlier.add(text);
    if (exchanged) network.earlier.add(exchanged);
  }
  if (start.kind !== 'running' || value.hasLearned(requests)) await living.end();
  return {
    ...observation,
    requests,
    egress: [...before.egress, ...during.egress],
    quiet: [...before.quiet, ...during.quiet],
    model: value.choosesByItself(path)
      ? chosenModel(parties, observation.model, requests)
      : observation.model,
    outcome,
    ...(stdout !== null ? path.readReport?.(stdout, nameIn(model)) : {}),
    disclosures,
    milliseconds: Date.now() - started,
  };
}

const UNREAD: Outcome = {
  kind: 'failure',
  class: 'unread-attachment',
  message: 'the turn was answered, and no model was given the attachment',
};

async function drive(
  { home, environment, start }: GatewayInHome,
  { beside, bot }: Pick<GatewayLaneOptions, 'beside' | 'bot'>,
  value: Runnable,
  path: AnyPath,
  model: ExpectedModel,
): Promise<LaneEnd> {
  if (start.kind !== 'running') return { by: 'start', end: start };
  const asked = { ...value.asked(path, model.provider, beside.subject.version), throughGateway: true };
  const atDoor = path.drive.door?.(asked);
  const { subject, worker } = beside;
  const caller = { subject, worker, environment, folder: home.work };
  switch (atDoor?.by) {
    case 'http':
      return { by: 'door', end: await askGateway(start.gateway.address, atDoor, MILLISECONDS) };
    case 'socket':
      return { by: 'door', end: await askBySocket(caller, atDoor, MILLISECONDS) };
    case 'channel':
      return { by: 'door', end: await askThroughChannel(bot, atDoor, CHANNEL_MS, beside.worker.closing) };
  }
  const run = {
    path,
    lane: 'embedded',
    // Its stores are written.
    home: { ...home, pendingStores: [], pendingSecrets: {}, lateFiles: {} },
    asked,
  } as const;
  return { by: 'command', end: await runPath(beside, run) };
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
function stdoutOf({ by, end }: LaneEnd): string | null {
  if (end.kind !== 'reply') return null;
  return by === 'door' ? end.text : end.reply.stdout;
}

function streamsOf(ended: LaneEnd): Record<string, string> {
  if (ended.by === 'door') return ended.end.kind === 'reply' ? { answer: ended.end.text } : {};
  const { end } = ended;
  return end.kind === 'reply' ? { stdout: end.reply.stdout, stderr: end.reply.stderr } : { stderr: end.tail };
}

/** The salt of the canaries of a gateway's home: equal cases have equal canaries. */
export function gatewaySalt({ text }: Pick<Runnable, 'text'>): string {
  return hash('sha256', `${text} gateway`);
}
