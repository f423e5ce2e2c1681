/**
 * A repair: one small change of a case towards a plain one. A repair that alone ends a violation names a part of the setup
 * that the violation needs.
 */
import { type Case, caseText } from '../../generators/case.ts';

export interface Repair {
  /** The same from run to run: causes are named by it. */
  readonly id: string;
  /** The repaired setup, as the end of "it ends when …". */
  readonly words: string;
  /**
   * Whether every credential of the case is still there. A repair that takes one away ends many violations that it
   * explains badly: with one credential less there is less to choose from.
   */
  readonly keepsCredentials: boolean;
  /** Undefined where there is nothing to repair. */
  readonly repaired: (value: Case) => Case | undefined;
}

/** A repair by what it makes of a case; a case that it leaves as it is has nothing to repair. */
export function repair(
  id: string,
  words: string,
  change: (value: Case) => Case,
  { keepsCredentials = true }: { readonly keepsCredentials?: boolean } = {},
): Repair {
  return {
    id,
    words,
    keepsCredentials,
    repaired(value) {
      const changed = change(value);
      return caseText(changed) === caseText(value) ? undefined : changed;
    },
  };
}
