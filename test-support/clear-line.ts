/** A clear line, as a predicate: all that a command may write of input that it cannot use. */
import { MOST_CHARACTERS } from '../support/bad-input.ts';

/** Every secret of malformed input holds it. */
export const CANARY = 'sk-c4n4ry';

const CONTROL = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const STACK = /\bat \S+ \(|\bat file:|\.ts:\d+|\.js:\d+/;
const INTERNAL =
  /\b(ZodError|TypeError|RangeError|SyntaxError|SqliteError|(?:is|of|undefined) undefined|\[object|E[A-Z]{4,}:)/;
/** The verbs of a fix, at the beginning of a sentence, or of a clause after a colon. */
const FIX =
  /(?:[.:)] |, or )(?:Give|Check|Write|Run|Correct|Remove|remove|Add|Choose|Empty|Copy|Wait|Leave|Go|Build|Pack|Install|Name|Set|See|Update|Allowed|\(Did you mean)/;

/**
 * The faults of a line; an empty list where it is clear.
 *
 * @param place some text of which the line must hold one: the file, or the option
 */
export function faultsOf(line: string, place: readonly string[]): string[] {
  const faults = {
    'is empty': line.trim() === '',
    'is more than one line, or holds control characters': CONTROL.test(line),
    'is too long': line.length > MOST_CHARACTERS,
    'holds a secret': line.includes(CANARY),
    'holds a stack': STACK.test(line),
    'speaks the language of the program': INTERNAL.test(line),
    'names no place': !place.some((each) => line.includes(each)),
    'gives no fix': !FIX.test(line),
  };
  return Object.entries(faults).flatMap(([fault, is]) => (is ? [fault] : []));
}
