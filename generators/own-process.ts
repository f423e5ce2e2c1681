/** Cases whose commands are run in processes of their own: a warm one goes on with what such a case has made of it. */
import { setupOfProgram } from './axes/program-login.ts';
import type { Case } from './case.ts';

/** A process keeps the dispatcher that it made of a proxy, and what it has read of another program's login. */
export function needsOwnProcess(value: Case): boolean {
  return value.proxy !== null || setupOfProgram(value) !== null;
}
