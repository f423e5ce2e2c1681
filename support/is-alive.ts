import { readFileSync } from 'node:fs';

/** Whether a process runs: what a dead one left behind may be removed. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    // It is there, and somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Whether a process has ended and nobody has asked how. In a container whose first process does not ask, a killed one stays so for good.
 *
 * @source proc_pid_stat(5): the state comes after the name, which stands in parentheses and may have some of its own
 */
function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    // Other systems have no such file.
    return false;
  }
}
