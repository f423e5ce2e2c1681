/** Cases that take as long as many others. */
import type { Case } from './case.ts';
import { needsOwnProcess } from './own-process.ts';

/** A doctor looks through each new home, for 15 s on 2026.9.6; and a process that serves one command loads the whole build for it. */
export function takesLong(value: Case): boolean {
  return value.commandBefore === 'doctor' || needsOwnProcess(value);
}
