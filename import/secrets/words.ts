/** Texts that stand in the place of a secret and are none. */
import { isVariableOfSecret } from './names.ts';

/** The words that builds and their documents put there: `ollama-local`, `minimax-oauth`, `secretref-managed`. */
const MARKERS =
  /^([a-z]+(-[a-z]+)*-(local|oauth|managed|credentials|sdk)|secretref-(env:\w+|managed)|none|null|undefined|EMPTY|no-?key|not-needed|dummy|local|anonymous|__OPENCLAW_REDACTED__|\*+)$/;

/** `${NAME}`, `$NAME`, or the name alone. */
const TEMPLATE = /^\$(\{[A-Z_][A-Z0-9_]*\}|[A-Z][A-Z0-9]*(_[A-Z0-9]+)+)$/;
const NAME = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/;

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/;

/** `$${NAME}`: such a text is `${NAME}` itself, and no variable's. */
const ESCAPED = /^\$\$\{[A-Z_][A-Z0-9_]*\}$/;

export function isNoSecret(text: string): boolean {
  const words = text.trim();
  const isMarker = MARKERS.test(words) || ESCAPED.test(words);
  return words === '' || isMarker || TIME.test(words) || variableNamed(words) !== null;
}

/** The references to variables inside a text that is a secret otherwise. */
export function variablesInside(text: string): string[] {
  return text.match(/\$\{[A-Z_][A-Z0-9_]*\}/g) ?? [];
}

/** The address of a secret in another program, which no build resolves where a key should be: `op://Personal/OpenAI/key`. */
export function isOfAnotherProgram(text: string): boolean {
  return /^(op|bws?|vault|doppler|infisical|keychain|pass|ssm|secrets?):\/\//.test(text);
}

/**
 * The variable that a text refers to; null where it refers to none.
 *
 * @source openclaw@2026.9.6:docs/providers/bedrock-mantle.md (`apiKey: "env:AWS_BEARER_TOKEN_BEDROCK"`)
 */
export function variableNamed(text: string): string | null {
  const words = text.trim().replace(/^env:(?=[A-Z])/, '');
  const isName = TEMPLATE.test(words) || (NAME.test(words) && isVariableOfSecret(words));
  return isName ? words.replaceAll(/[${}]/g, '') : null;
}

/** Whether a text tells of a secret wherever it stands: no short one, and no word that any text may hold. */
export function isTelling(text: string): boolean {
  return text.length >= 8 ? !/^[a-z]{1,12}$/.test(text) : text.length >= 6 && /\d/.test(text);
}
