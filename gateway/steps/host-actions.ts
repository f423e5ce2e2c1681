/** The actions of a host on a home in use, whatever kind of case the home is of. */
import type { z } from 'zod';
import type { CallMethod } from '../../paths/parts/drive.ts';
import { lastJson } from '../../paths/parts/last-json.ts';
import { firstIssue } from '../../support/first-issue.ts';
import type { Home } from '../home/home.ts';
import type { WorkerEnd } from '../worker/worker-process.ts';

/** The end of something that is no path: done, or the reason why it was not. */
export type Done =
  | { readonly kind: 'done'; readonly stdout: string }
  | { readonly kind: 'undone'; readonly why: string };

/** Whoever has a home, with the variables that the next process is started with. */
export interface InHome {
  readonly home: Home;
}

export interface HostActions {
  /** Runs a command of the build on the home. @param input what it is piped; absent: nothing */
  command(now: InHome, argv: readonly string[], input?: string): Promise<Done>;
  /** Writes secrets, by name, into the build's own store, as `openclaw secrets store set` does. */
  storeSecrets(now: InHome, secrets: Readonly<Record<string, string>>): Promise<Done>;
  /** Calls a method of the gateway; undone where there is none. */
  call(now: InHome, method: string, params: Readonly<Record<string, unknown>>): Promise<Done>;
  /** Ends the gateway and starts it again in the home as it is; done where there is none. */
  restart(now: InHome, signal: 'SIGTERM' | 'SIGKILL'): Promise<Done>;
  /** Lets a running gateway take note of what was changed. @param what it watches its configuration, and says when it has it */
  settle(what: 'configuration' | 'credentials'): Promise<void>;
}

/** A step that the build did not do. */
export class StepUndone extends Error {}

/** A step for which the build or the home has nothing. */
export class StepMissing extends StepUndone {}

/** @throws StepUndone where it was not done */
export function mustBeDone(done: Done): string {
  if (done.kind === 'undone') {
    const hasNone = /unknown (method|command)/i.test(done.why);
    throw hasNone ? new StepMissing(done.why) : new StepUndone(done.why);
  }
  return done.stdout;
}

/**
 * Calls a method of the gateway that answers with JSON.
 *
 * @throws StepUndone where it was not done, or its answer has another form
 */
export async function callJson<T>(
  { call }: Pick<HostActions, 'call'>,
  now: InHome,
  [method, params]: Parameters<CallMethod>,
  schema: z.ZodType<T>,
): Promise<T> {
  return mustFit(lastJson(mustBeDone(await call(now, method, params))), schema, `the answer to ${method}`);
}

/** @throws StepUndone for a text of the build that has another form */
export function mustFit<T>(value: unknown, schema: z.ZodType<T>, name: string): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new StepUndone(`${name} has another form: ${firstIssue(parsed.error)}`);
  return parsed.data;
}

export function doneOf(end: WorkerEnd): Done {
  if (end.kind !== 'reply') return { kind: 'undone', why: `${end.kind}: ${lastLine(end.tail)}` };
  const { stdout, stderr, exitCode, thrown } = end.reply;
  if (exitCode === 0 && !thrown) return { kind: 'done', stdout };
  return { kind: 'undone', why: saidLine(thrown ?? `${stdout}\n${stderr}`) };
}

/** The line that says why a call failed, before those about the gateway that was called; else the last one. */
function saidLine(text: string): string {
  return /^Gateway call failed: (.*)$/m.exec(text)?.[1]?.slice(0, 300) ?? lastLine(text);
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.slice(0, 300) ?? '';
}
