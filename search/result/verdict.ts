import type { Result, Verdict } from './result.ts';
import { problemsOf, RUN_CHECKS } from './run-checks.ts';

/** The verdict of a run: its findings first, then what it promises of itself. */
export function verdictOf(result: Result): Verdict {
  const failed = RUN_CHECKS.filter((check) => problemsOf(check, result).length > 0);
  const isBroken = result.findings.some(({ status }) => status !== 'known');
  if (isBroken || failed.some(({ verdict }) => verdict === 'violates')) return 'violates';
  return failed.length > 0 ? 'not testable' : 'conforms';
}
