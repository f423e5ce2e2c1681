/**
 * Pieces of a text that look like a secret or like somebody, wherever they stand. Wrong in doubt: a word that is taken for a
 * secret is replaced by another, one that is not would leak.
 */
export type PieceForm = 'key' | 'jwt' | 'pem' | 'word' | 'digits';

export interface Piece {
  readonly text: string;
  readonly form: PieceForm;
}

const PEM = /-----BEGIN [^-]+-----[\s\S]*?(-----END [^-]+-----|$)/g;
const JWT = /\beyJ[\w-]{6,}\.[\w-]+\.[\w-]*/g;
const EMAIL = /[\w.+-]+@[\w-]+(\.[\w-]+)+/g;
/** Name and password in an address, and the values of its query. */
const USER = /(?<=:\/\/)[^/\s?#@]+(?=@)/g;
const QUERY = /(?<=[?&][\w.-]{1,40}=)[^&\s#]+/g;
/** Keys that say so themselves. */
const PREFIXED =
  /\b((sk|pk|rk|gh[opsur]|github_pat|glpat|xox[a-z]|xai|gsk|hf|nvapi|pplx|ya29|key|tok|token|secret|bot|pass|pw)[-_.]|AKIA|ASIA|AIza)[A-Za-z0-9][\w.-]{7,}/g;
/** `token-plan-cn.provider.example`: words in a row with a domain of the top level at the end. */
const HOST = /^[a-z\d-]+(\.[a-z\d-]+)*\.[a-z]{2,12}$/;
const AFTER_SCHEME = /(?<=\b(Bearer|Basic|Token|ApiKey)\s+)\S+/gi;
/** The id of an account or a session: whole, since a part of it would be taken for a key. */
const UUID = /\b[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\b/gi;
/** Unbroken runs of what keys are made of. */
const RUN = /[A-Za-z0-9+/_=]{8,}/g;
const MOST_DIGITS = 8;

/** The same with what parts them in addresses and file names, and long enough to be told by the shortness of its words. */
const LONG_RUN = /[A-Za-z0-9+/_=-]{20,}/g;
/**
 * The average length of words in names of models (2.45 and more in the catalogs of builds), and in most other texts. In random
 * base64 of 32 characters it is 1.8, and above 3 once in a thousand.
 */
const SHORTEST_WORDS = { name: 2.4, text: 3 } as const;

/**
 * In the order of the text's own; none overlaps another.
 *
 * @param kind `name`: a name or an address, which is sent as it is
 */
export function secretPieces(text: string, kind: 'name' | 'text' = 'text'): Piece[] {
  const taken: Piece[] = [];
  let rest = text;
  const take = (pattern: RegExp, form: PieceForm, isMeant: (piece: string) => boolean = () => true) => {
    rest = rest.replace(pattern, (piece: string) => {
      if (!isMeant(piece)) return piece;
      taken.push({ text: piece, form });
      return '\n';
    });
  };
  take(PEM, 'pem');
  take(JWT, 'jwt');
  take(USER, 'key', (piece) => !isPlain(piece));
  take(QUERY, 'key', (piece) => !isOrdinary(piece));
  take(EMAIL, 'word');
  take(AFTER_SCHEME, 'key', (piece) => !isPlain(piece));
  take(UUID, 'word');
  take(PREFIXED, 'key', (piece) => !HOST.test(piece) && (/\d/.test(piece) || piece.length > 24));
  // A run of digits is a number of somebody's, also with the plus of a telephone; anything else of that length a key.
  take(RUN, 'key', (run) => run.split(/[/_=+]/).some(isOpaque) && !/^\+?\d+$/.test(run));
  take(LONG_RUN, 'key', (run) => isMixed(run) && wordLength(run) < SHORTEST_WORDS[kind]);
  take(/\d{9,}/g, 'digits');
  return taken;
}

/** A reference or a placeholder. */
function isPlain(piece: string): boolean {
  return /^(\$\{\w+\}|\{\{[^}]*\}\})$/.test(piece);
}

/** A number, a version, or a word or two. */
function isOrdinary(piece: string): boolean {
  return (
    isPlain(piece) || /^(\d{1,6}|v?\d+(\.\d+)*|\d{4}-\d\d-\d\d([-\w]*)?|[a-z]{1,16}|true|false)$/i.test(piece)
  );
}

/** The short words in capitals are those that names of settings have. */
const NAME =
  /^[A-Za-z][a-z]+([A-Z][a-z]+|\d{1,2}|(AI|API|CLI|HTTPS?|ID|JSON|LLM|MCP|PDF|SSE|STT|TLS|TTS|UI|URI|URL)(?=[A-Z]|$))*$/;

/** Letters and digits in a mixture that no word, name or date has. */
function isOpaque(run: string): boolean {
  if (/^\d+$/.test(run)) return run.length > MOST_DIGITS;
  const [letters, digits] = [run.replaceAll(/\d/g, '').length, run.replaceAll(/\D/g, '').length];
  if (isName(run)) return false;
  if (digits === 0) return run.length >= 28 || (run.length >= 20 && turns(run) >= 6);
  // `claude3`, `qwen2coder`, `20250929v1`: one change from letters to digits or two.
  const changes = [...run].filter((each, at) => at > 0 && /\d/.test(each) !== /\d/.test(run[at - 1]!)).length;
  return run.length >= 24 || (run.length >= 10 && changes > 2) || (run.length >= 14 && letters > 0);
}

/** Letters of both kinds, or letters and digits. */
function isMixed(run: string): boolean {
  return [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(run)).length > 1;
}

/** The average length of the words of a run: `Qwen3-VL` has three of them. */
function wordLength(run: string): number {
  const words = run.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g) ?? [];
  return words.join('').length / Math.max(words.length, 1);
}

/** `maxActiveTranscriptBytes`, `injectNumCtxForOpenAICompat`: words of two letters or more, each but the first with a capital. */
function isName(run: string): boolean {
  return run.length <= 48 && NAME.test(run) && turns(run) * 3 <= run.length * 2;
}

/** The number of times that a run goes from small letters to capitals or back. */
function turns(run: string): number {
  return [...run].filter((each, at) => at > 0 && /[A-Z]/.test(each) !== /[A-Z]/.test(run[at - 1]!)).length;
}
