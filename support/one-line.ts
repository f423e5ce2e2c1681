/** Texts of others in a line of ours: without line ends and control characters, and never long. */

/** Controls, halves of characters, line ends, and marks that turn the direction of what follows. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const MOST_OF_A_WORD = 150;
const MOST_QUOTED = 40;
/** Of a field, a law or a provider. */
const NAME = /^[a-z][a-zA-Z]{0,29}(-[a-z]{1,15}){0,3}$/;

/** The text as one line of that many characters at most; what is left out is left out of the middle, where values stand. */
export function shortened(text: string, most: number): string {
  const line = oneLine(text)
    .split(' ')
    .map((word) => cut(word, MOST_OF_A_WORD))
    .join(' ');
  return cut(line, most);
}

/** A value as it was given, in quotes; its first few words where it is long. */
export function quoted(value: string): string {
  const line = oneLine(value);
  return `"${line.length > MOST_QUOTED ? `${line.slice(0, MOST_QUOTED)}…` : line}"`;
}

/** A name of somebody's, as it is where it has the form of one: anything else may be a secret in the wrong place. */
export function nameText(name: string): string {
  return NAME.test(name) ? name : '…';
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/g, ' ').replaceAll(UNPRINTABLE, '\u{fffd}');
}

/** The end tells more than the beginning: the name of a file, or what to do. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = Math.floor((most - 1) / 3);
  return `${text.slice(0, head)}…${text.slice(head + 1 - most)}`.replaceAll(UNPRINTABLE, '\u{fffd}');
}
