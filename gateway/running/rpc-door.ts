/**
 * The WebSocket door of a running gateway: a method is called by the build's own `openclaw gateway call`, which
 * speaks the version of the protocol that its gateway does.
 *
 * @source openclaw@2026.9.6:docs/cli/gateway/query.md, openclaw@2026.9.6:docs/gateway/protocol/rpc-methods.md
 */
import { z } from 'zod';
import { textOfEnd } from '../../paths/parts/answers.ts';
import type { SocketAsked } from '../../paths/parts/drive.ts';
import { lastJson } from '../../paths/parts/last-json.ts';
import { firstIssue } from '../../support/first-issue.ts';
import { runBeside } from '../lanes/command-beside.ts';
import type { Subject } from '../subject/subject.ts';
import type { WorkerEnd, WorkerProcess } from '../worker/worker-process.ts';
import type { DoorEnd } from './door-end.ts';

/** A method and what it is given. */
export interface RpcCall {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Whether the answer is the end of what the method starts, such as a turn, and not that it started. */
  readonly waitsForEnd?: boolean;
}

/** The caller of a method: a process of the build, in the home of the gateway. */
export interface RpcCaller {
  readonly subject: Subject;
  readonly worker: WorkerProcess;
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
}

function rpcCommand({ method, params, waitsForEnd = false }: RpcCall, timeoutMs: number): string[] {
  return [
    'gateway',
    'call',
    method,
    '--params',
    JSON.stringify(params),
    '--timeout',
    String(timeoutMs),
    ...(waitsForEnd ? ['--expect-final'] : []),
    '--json',
  ];
}

/**
 * The words of a connection that ended while it was made, for no reason that the gateway gives: no method was asked for. A gateway that
 * refuses a connection says why (1008), and one that restarts, too (1012).
 */
const NOT_CONNECTED = /gateway connect failed: [^/]*gateway closed \(1000\)/;

/** Calls a method. Never throws for what the gateway does. A connection that ended before it was made is a crash: it says nothing of credentials. */
export async function callGateway(
  { environment, folder, ...runner }: RpcCaller,
  call: RpcCall,
  timeoutMs: number,
): Promise<WorkerEnd> {
  const command = { argv: rpcCommand(call, timeoutMs), environment, folder };
  const end = await runBeside(runner, command, timeoutMs + 30_000);
  const text = end.kind === 'reply' ? textOfEnd(end.reply) : '';
  return NOT_CONNECTED.test(text) ? { kind: 'crashed', tail: text } : end;
}

const PAIRING_MS = 120_000;

/**
 * Pairs the commands of a home with its gateway for all rights: a command asks for those that its method needs, and for all where
 * the method is unknown. Without this the first method decides, and a later one that needs more waits for the user's approval
 * (openclaw@2026.5.22:docs/gateway/troubleshooting.md, "scope-upgrade").
 */
export async function pairForAllRights(caller: RpcCaller): Promise<void> {
  await callGateway(caller, { method: 'conformance.none', params: {} }, PAIRING_MS);
}

const refusalSchema = z.object({ error: z.object({ message: z.string() }) });

/** Makes the calls of a path. Never throws for what the gateway does. */
export async function askBySocket(
  caller: RpcCaller,
  { ask }: SocketAsked,
  timeoutMs: number,
): Promise<DoorEnd> {
  const deadline = Date.now() + timeoutMs;
  try {
    const text = await ask(async (method, params) => {
      const left = deadline - Date.now();
      if (left <= 0) throw new CallFailed('timed-out', `${method}: no time left`);
      const end = await callGateway(caller, { method, params }, left);
      if (end.kind !== 'reply') throw new CallFailed(end.kind, `${method}: ${end.tail.trim().slice(-400)}`);
      const answer = lastJson(end.reply.stdout);
      const refusal = refusalSchema.safeParse(answer);
      if (refusal.success) throw new CallFailed('refused', refusal.data.error.message);
      if (end.reply.exitCode !== 0) throw new CallFailed('refused', textOfEnd(end.reply));
      return answer;
    });
    return { kind: 'reply', status: 200, text };
  } catch (error) {
    // An answer of another form than the methods are documented with is the build's, too.
    if (error instanceof z.ZodError)
      return { kind: 'reply', status: 500, text: `an answer has another form: ${firstIssue(error)}` };
    if (!(error instanceof CallFailed)) throw error;
    return error.kind === 'refused'
      ? { kind: 'reply', status: 500, text: error.message }
      : { kind: error.kind };
  }
}

class CallFailed extends Error {
  readonly kind: 'refused' | 'crashed' | 'interrupted' | 'timed-out';
  constructor(kind: CallFailed['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}
