/** Process groups: a program that leads one is ended with all that it started. */
import type { ChildProcess } from 'node:child_process';

/** Signals that a person or the system sends; at another, such as SIGSEGV or SIGABRT, a program has crashed by itself. */
const FROM_OUTSIDE: readonly NodeJS.Signals[] = ['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'];

/** Whether a program that this process did not end was ended by another, or by the system for want of memory. */
export function isFromOutside(signal: NodeJS.Signals | null | undefined): boolean {
  return signal !== null && signal !== undefined && FROM_OUTSIDE.includes(signal);
}

/** Kills every process of a group, if there is any. */
export function killGroup(leader: number | undefined): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, 'SIGKILL');
  } catch (error) {
    // No such group, or none that is ours: then nothing of it is left.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ESRCH' && code !== 'EPERM') throw error;
  }
}

/**
 * Ends a group with this process, however orderly that ends.
 *
 * @param child started with `detached: true`, and so the leader of a group
 * @returns what ends the group now
 */
export function groupOf({ pid }: Pick<ChildProcess, 'pid'>): () => void {
  const end = (): void => {
    process.off('exit', end);
    killGroup(pid);
  };
  // One listener for each program that runs, of which there are a few.
  process.on('exit', end);
  return end;
}
