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
import type { SocketAsked } from '../../paths/parts/drive.ts';
import { type AnyPath, asksUsage } from '../../paths/paths.ts';
import type { ExpectedModel, Runnable, Staged } from '../cases/runnable.ts';
import { withStoresWritten } from '../home/home.ts';
import { type PathRunner, runPath } from '../lanes/run-path.ts';
import { LONGEST_RUN_MS } from '../lanes/run-program.ts';
import { chosenModel, outcomeOfAsking } from '../observe/end-of-run.ts';
import { type NetworkRecorder, type RememberingNetwork, recordNetwork } from '../observe/network-record.ts';
import { askThroughChannel } from './channel-door.ts';
import { channelToken } from './channel-token.ts';
import type { DoorEnd } from './door-end.ts';
import { askGateway } from './http-door.ts';
import { exitCodeOf, type LaneEnd, readEnds, stdoutOf } from './lane-end.ts';
import type { GatewayInHome, LivingGateway } from './living-gateway.ts';
import { askBySocket } from './rpc-door.ts';

/** A bot that does not answer a message says nothing at all. */
const CHANNEL_MS = 120_000;

export interface GatewayLaneOptions {
  readonly living: LivingGateway;
  /** The bot of every gateway with a channel. */
  readonly bot: TelegramBot;
  /** Runs commands beside the gateway; its environment lets them reach the gateway. */
  readonly beside: PathRunner;
  readonly network: RememberingNetwork;
  readonly aws: AwsBackend | null;
  readonly logFile: string;
  /** The canaries of a home that was changed since it was written; absent: those of the case. */
  readonly issued?: Staged;
}

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
  const { namedModel } = value.asked(path, model.provider, beside.subject.version);
  const begin = (workspace: string | null) => {
    const call = workspace === null ? null : (path.turn?.call(workspace, namedModel) ?? null);
    return {
      call,
      record: recordNetwork(network, {
        parties,
        canaries,
        call,
        fallback,
        usageOf: asksUsage(path) ? model.provider : undefined,
        inbound: workspace === null ? undefined : path.inbound,
        wakesAgent: path.wakesAgent,
        isGateway: true,
      }),
    };
  };
  // The start is recorded as a part of the path that needed it.
  const atStart = begin(null).record;
  const serving = await living.serve(value, path, staged);
  const before = atStart.stop();
  const { home, start } = serving;
  const earlier = await driveBefore(serving, { beside, bot }, value, path, model, () => begin(null).record);
  const { call, record } = begin(home.workspace);
  const ended: LaneEnd = earlier.lost
    ? { by: 'door', end: earlier.lost }
    : await drive(serving, { beside, bot }, value, path, model);
  const during = record.stop();
  const requests = [...before.requests, ...during.requests];
  const stdout = stdoutOf(ended);
  const { outcomes, disclosures } = await readEnds({ beside, network, logFile, home, start }, path, [ended], {
    requests,
    canaries,
    turn: call && record.turn,
    isUnread: path.inbound !== undefined && !record.attachment.isRead,
    provider: nameIn(model),
  });
  const outcome = value.mustAsk(path) ? outcomeOfAsking(outcomes[0]!, requests) : outcomes[0]!;
  if (start.kind !== 'running' || value.hasLearned([...earlier.requests, ...requests])) await living.end();
  return {
    ...observation,
    requests,
    egress: [...before.egress, ...during.egress],
    quiet: [...before.quiet, ...during.quiet],
    model: value.choosesByItself(path)
      ? chosenModel(parties, observation.model, requests)
      : observation.model,
    outcome: earlier.lost ? notFollowed(path, outcome) : outcome,
    ...(stdout !== null ? path.readReport?.(stdout, nameIn(model), exitCodeOf(ended)) : {}),
    disclosures,
    milliseconds: Date.now() - started,
  };
}

/** The ways to ask a gateway, and its commands. */
type Doors = Pick<GatewayLaneOptions, 'beside' | 'bot'>;

interface Before {
  readonly requests: readonly WireRequest[];
  /** The end of calls that failed: what they were to bring about did not come. */
  readonly lost: DoorEnd | null;
}

/** Makes the calls, or sends the messages, that come before a path and are no part of it. */
async function driveBefore(
  { home, environment, start }: GatewayInHome,
  { beside: { subject, worker }, bot }: Doors,
  value: Runnable,
  path: AnyPath,
  model: ExpectedModel,
  record: () => NetworkRecorder,
): Promise<Before> {
  const atDoor = path.drive.door?.(value.asked(path, model.provider, subject.version));
  if (start.kind !== 'running' || !atDoor || atDoor.by === 'http' || !atDoor.before)
    return { requests: [], lost: null };
  const recorder = record();
  const end =
    atDoor.by === 'channel'
      ? await askThroughChannel(bot, { by: 'channel', messages: atDoor.before }, CHANNEL_MS, worker.closing)
      : await askBySocket(
          { subject, worker, environment, folder: home.work },
          callsOnly(atDoor.before),
          LONGEST_RUN_MS,
        );
  // A bot that says why it has no answer has not begun the conversation that the path goes on with.
  const isDone =
    end.kind === 'reply' && end.status === 200 && (atDoor.by === 'socket' || end.text.trim() === 'OK');
  return { requests: recorder.stop().requests, lost: isDone ? null : end };
}

function callsOnly(before: NonNullable<SocketAsked['before']>): SocketAsked {
  return { by: 'socket', ask: async (call) => String(await before(call)) };
}

/** A path whose predecessor did not come is not tested. */
export function notFollowed({ name, follows }: AnyPath, outcome: Outcome): Outcome {
  const words = outcome.kind === 'failure' ? outcome.message : 'no reason';
  const message = `the ${follows?.name} before ${name} did not come: ${words}`;
  return { kind: 'failure', class: 'no-turn', message };
}

async function drive(
  { home, environment, start }: GatewayInHome,
  { beside, bot }: Doors,
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
      return { by: 'door', end: await askGateway(start.gateway.address, atDoor, LONGEST_RUN_MS) };
    case 'socket':
      return { by: 'door', end: await askBySocket(caller, atDoor, LONGEST_RUN_MS) };
    case 'channel':
      return { by: 'door', end: await askThroughChannel(bot, atDoor, CHANNEL_MS, beside.worker.closing) };
  }
  const run = {
    path,
    lane: 'embedded',
    home: withStoresWritten(home),
    asked,
  } as const;
  return { by: 'command', end: await runPath(beside, run) };
}

/** The salt of the canaries of a gateway's home: equal cases have equal canaries. */
export function gatewaySalt({ text }: Pick<Runnable, 'text'>): string {
  return hash('sha256', `${text} gateway`);
}
