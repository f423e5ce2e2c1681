/** The ways in which the lanes drive a path. */
import type { UserMessage } from '../../mocks/channels/telegram.ts';
import type { PathTraits } from './build.ts';

export interface Drive {
  /**
   * The words after `openclaw`, for the `cli` lane and for the warm process of the `embedded` lane.
   *
   * @param media the folder of the media; empty: the working directory
   */
  command(asked: Asked, media: string): string[];
  /** The words after `openclaw` that a person says first, so that the path asks what it is asked for; null: none. A door asks it by itself. */
  commandBefore?(asked: Asked): string[] | null;
  /** The words after `openclaw` that a person says before the first time in a home, and not again; absent: none. */
  commandOnce?(asked: Asked): string[];
  /** The agent that it can ask: the one of the case, or where it cannot name one, main. */
  asksAgent(traits: PathTraits): boolean;
  /** The act of a person, where no command does it: a line for a bug report. */
  readonly byHand?: string;
  /** The file that the command is given, which lies among the media. */
  readonly file?: MediaFile;
  /** The function behind the command that a warm process calls on builds whose command does not work. */
  functionBehind?(traits: PathTraits): 'describe-image' | null;
  /** Whether a process that ran something before would show another behaviour, so that both lanes use a fresh one. */
  needsFreshProcess?(run: FreshRun): boolean;
  /** The question of the `gateway` lane to a running gateway; left out: its command runs beside the gateway. */
  door?(asked: Asked): DoorAsked;
}

/** The doors of a running gateway: HTTP, its WebSocket, and a channel that people write to it through. */
export type DoorAsked = HttpAsked | SocketAsked | ChannelAsked;

/** The HTTP endpoints of a running gateway. */
export type HttpDoor = '/v1/chat/completions' | '/v1/responses' | '/v1/embeddings' | '/tools/invoke';

/** A request to an HTTP endpoint. */
export interface HttpAsked {
  readonly by: 'http';
  readonly door: HttpDoor;
  readonly body: Readonly<Record<string, unknown>>;
  /** Its headers beside those of every request; absent: none. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls of methods over the WebSocket, one after the other. */
export interface SocketAsked {
  readonly by: 'socket';
  /** The calls before, which are no part of the path; absent: none. */
  before?(call: CallMethod): Promise<void>;
  /**
   * Makes the calls.
   *
   * @param call gives what a method returns; throws what it refuses with
   * @returns the text that the path ends with: `OK`, or why it failed
   */
  ask(call: CallMethod): Promise<string>;
}

export type CallMethod = (method: string, params: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** Messages of a user, each sent when the one before is answered. */
export interface ChannelAsked {
  readonly by: 'channel';
  /** The messages before, which are no part of the path; absent: none. */
  readonly before?: readonly UserMessage[];
  readonly messages: readonly UserMessage[];
  /** The answer in the bot's last message, where a title stands above it; absent: the whole message. */
  answerIn?(text: string): string;
}

/** The request of one run of a path. */
export interface Asked {
  /** The provider that the path is expected to reach. */
  readonly provider: string;
  /** `provider/model` for the commands that name one; null: OpenClaw chooses. */
  readonly model: string | null;
  /** `provider/model` that a command on a medium names, where no setting does, a scheduled job, or a person who picks it; absent: it names none. */
  readonly namedModel?: string;
  /** The profile that a command may be told to ask; absent: any. */
  readonly profile?: string;
  /** The id of the agent that is asked: main, unless the command can name another. */
  readonly agent: string;
  /** Whether a command that can ask the running gateway does so; absent: it does the work in its own process. */
  readonly throughGateway?: boolean;
}

/** The option for another agent than main, which is the one that a command asks without it. */
export function ofAgent({ agent }: Asked): string[] {
  return agent === 'main' ? [] : ['--agent', agent];
}

/** The option for the model of a command on a medium (openclaw@2026.9.6:docs/cli/infer.md, "Common tasks"). */
export function byCommand({ namedModel }: Asked): string[] {
  return namedModel === undefined ? [] : ['--model', namedModel];
}

/** Whether `openclaw infer` takes `--agent` (openclaw@2026.8.1:docs/cli/infer.md, "Behavior"). */
export function inferTakesAgent({ inferTakesAgent }: PathTraits): boolean {
  return inferTakesAgent;
}

/** The place in which `openclaw infer` does its work (openclaw@2026.9.6:docs/cli/infer.md, "Behavior"). */
export function whereInferred({ throughGateway }: Asked): '--local' | '--gateway' {
  return throughGateway ? '--gateway' : '--local';
}

export interface MediaFile {
  readonly name: string;
  readonly content: Buffer;
}

export interface FreshRun {
  readonly traits: PathTraits;
  readonly provider: string;
  /** Whether the home has programs of its own on the PATH. */
  readonly hasPrograms: boolean;
}
