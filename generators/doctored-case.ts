/**
 * Cases on whose home a doctor ran before any path was taken: seldom, and more often where profiles lie in a file of an older build, for
 * which users run it.
 *
 * @source openclaw@2026.9.6:docs/gateway/authentication.md ("If an older install still has `auth-profiles.json` … run `openclaw doctor
 *   --fix`")
 */
import fc from 'fast-check';
import { oneIn, weighted } from './axes/weighted.ts';
import type { Case } from './case.ts';
import { setupsOf } from './secrets/canaries.ts';

/** One case in so many: its doctor takes as long as many paths. */
const ONE_IN = 240;
/** As often where the profiles are in an older file. */
const ONE_OF_OLDER_IN = 4;

/** The same cases, but for some. What is drawn for it comes last, so that a seed draws the other cases as before. */
export function withDoctors(cases: fc.Arbitrary<Case>): fc.Arbitrary<Case> {
  const record = weighted({ usual: 2, aliased: 1, flat: 1 });
  return fc
    .tuple(cases, oneIn(ONE_IN), oneIn(ONE_OF_OLDER_IN), record)
    .map(([value, ofAny, ofOlder, profileRecord]): Case => {
      const isOlder = hasOlderFile(value);
      if (!(isOlder ? ofOlder : ofAny) || value.commandBefore !== 'none' || value.steps !== null)
        return value;
      return { ...value, commandBefore: 'doctor', ...(isOlder ? { profileRecord } : {}) };
    });
}

function hasOlderFile(value: Case): boolean {
  return setupsOf(value).some(
    ({ profiles, profileStore }) => profiles.length > 0 && profileStore === 'older-file',
  );
}
