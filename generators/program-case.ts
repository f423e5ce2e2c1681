/**
 * Cases of subscriptions of ChatGPT, some of them beside a login of Codex: of all cases they are few.
 *
 * @source openclaw@2026.9.6:docs/concepts/oauth.md ("The token sink (why it exists)")
 */
import fc from 'fast-check';
import { setupOfProgram } from './axes/program-login.ts';
import { oneIn } from './axes/weighted.ts';
import type { Case } from './case.ts';

/** One in so many of those that a login says something of. */
const ONE_IN = 3;

/** The same cases, but for some. What is drawn for it comes last, so that a seed draws the other cases as before. */
export function withProgramLogins(cases: fc.Arbitrary<Case>): fc.Arbitrary<Case> {
  return fc.tuple(cases, oneIn(ONE_IN)).map(([value, isChosen]): Case => {
    const beside = { ...value, programLogin: true };
    return isChosen && value.steps === null && setupOfProgram(beside) !== null ? beside : value;
  });
}
