/** A host carries out steps on a home: by commands one after the other, or on a gateway that goes on. */
import type { Lane } from '../../observation/lane.ts';
import type { Observation } from '../../observation/observation.ts';
import type { AnyPath } from '../../paths/paths.ts';
import type { Subject } from '../subject/subject.ts';
import type { WorkerEnd } from '../worker/worker-process.ts';
import type { LivingHome } from './living-home.ts';

/** The end of something that is no path: done, or the reason why it was not. */
export type Done =
  | { readonly kind: 'done'; readonly stdout: string }
  | { readonly kind: 'undone'; readonly why: string };

export interface StepHost {
  readonly lane: Lane;
  readonly subject: Subject;
  take(living: LivingHome, path: AnyPath): Promise<Observation[]>;
  /** Takes a path twice at the same time; each observation has the requests of both. */
  takeTwice(living: LivingHome, path: AnyPath): Promise<Observation[]>;
  /** Runs a command of the build on the home. @param input what it is piped; absent: nothing */
  command(living: LivingHome, argv: readonly string[], input?: string): Promise<Done>;
  /** Writes secrets, by name, into the build's own store, as `openclaw secrets store set` does. */
  storeSecrets(living: LivingHome, secrets: Readonly<Record<string, string>>): Promise<Done>;
  /** Calls a method of the gateway; undone where there is none. */
  call(living: LivingHome, method: string, params: Readonly<Record<string, unknown>>): Promise<Done>;
  /** Ends the gateway and starts it again in the home as it is; done where there is none. */
  restart(living: LivingHome, signal: 'SIGTERM' | 'SIGKILL'): Promise<Done>;
  /** Lets a running gateway take note of what was changed. @param what it watches its configuration, and says when it has it */
  settle(what: 'configuration' | 'credentials'): Promise<void>;
  end(): Promise<void>;
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

export function doneOf(end: WorkerEnd): Done {
  if (end.kind !== 'reply') return { kind: 'undone', why: `${end.kind}: ${reasonIn(end.tail)}` };
  const { stdout, stderr, exitCode, thrown } = end.reply;
  if (exitCode === 0 && !thrown) return { kind: 'done', stdout };
  return { kind: 'undone', why: reasonIn(thrown ?? `${stdout}\n${stderr}`) };
}

/** The line that gives a reason, else the last: a call to a gateway says after it where the gateway is. */
function reasonIn(text: string): string {
  const lines = text.trim().split('\n');
  const reason = lines.findLast((line) => /error|failed|cannot|unknown/i.test(line)) ?? lines.at(-1);
  return reason?.slice(0, 300) ?? '';
}
