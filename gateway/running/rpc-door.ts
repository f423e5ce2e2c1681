/**
 * The WebSocket door of a running gateway: a method is called by the build's own `openclaw gateway call`, which
 * speaks the version of the protocol that its gateway does.
 *
 * @source openclaw@2026.9.6:docs/cli/gateway/query.md, openclaw@2026.9.6:docs/gateway/protocol/rpc-methods.md
 */
import type { WorkerEnd, WorkerProcess } from '../worker/worker-process.ts';

/** A method and what it is given. */
export interface RpcCall {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Whether the answer is the end of what the method starts, such as a turn, and not that it started. */
  readonly waitsForEnd?: boolean;
}

/** Where a call is made: a process of the build, in the home of the gateway. */
export interface RpcCaller {
  readonly worker: WorkerProcess;
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
}

export function rpcCommand({ method, params, waitsForEnd = false }: RpcCall, timeoutMs: number): string[] {
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

/** Calls a method. Never throws for what the gateway does. */
export function callGateway(
  { worker, environment, folder }: RpcCaller,
  call: RpcCall,
  timeoutMs: number,
): Promise<WorkerEnd> {
  const argv = rpcCommand(call, timeoutMs);
  return worker.send({ kind: 'command', argv, environment: { ...environment }, folder }, timeoutMs + 30_000);
}
