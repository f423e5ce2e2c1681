/** The secrets of a home while it is read: what stands for each, and the texts that must be in no output. */
import { keyShapeSchema } from '../../generators/axes/key-shape.ts';
import type { HomeSecret } from '../../home-case/home-case.ts';
import { HOME_PLACEHOLDER } from '../../home-case/secrets.ts';
import type { LeftOut } from '../files/raw-home.ts';
import { shapeOfKey } from '../shape-of-key.ts';
import { isFreeText } from './free-text.ts';
import { secretPieces } from './pieces.ts';
import { prefixOf } from './prefix.ts';
import { isOfAnotherProgram, isTelling, variablesInside } from './words.ts';

/** The place of a secret, and its owner as far as the home says. */
export type Whose = Pick<HomeSecret, 'kind' | 'provider' | 'profile'>;

/** Lengths are told to this much: the exact one would tell more of a password than its kind. */
const CLASS = 8;
/** The texts that people write over a key before they pass it on: they are equal and mean nothing by it. */
const REDACTED = /redacted|x{4,}|\*{3,}|\.{3}|…|<[\w -]+>|your[-_ ]/i;

export interface Vault {
  /**
   * The placeholder of a text that is a secret as a whole. Equal texts of one provider are one secret, wherever they stand.
   */
  whole(name: string, text: string, whose: Whose, more?: Partial<HomeSecret>): string;
  /** The text that stands for a secret of which the home has none. */
  made(name: string, whose: Whose): string;
  /** A text with what stands for the secrets in it. `id`: a name that several places share, sent as it is. */
  scrubbed(name: string, text: string, whose: Whose | 'id'): string;
  /** A text in which whatever is known by now is replaced. */
  again(text: string): string;
  /** Changes what is known of the secret that a placeholder stands for. */
  amend(placeholder: string | undefined, more: Partial<HomeSecret>): void;
  readonly secrets: Readonly<Record<string, HomeSecret>>;
  /** Parts of secrets for which nothing stands. */
  readonly leftOut: readonly LeftOut[];
  /** The secrets' own texts, which no output may hold. */
  texts(): string[];
  /** The texts by the name of what stands for them. */
  originals(): Record<string, string>;
}

interface Held {
  readonly text: string;
  readonly provider: string | null;
  readonly name: string;
}

const SETTING: Whose = { kind: 'setting', provider: null, profile: null };
const ADDRESS = /^\w+:\/\//;
const PLAIN_WORDS = /^[a-z]+([-_][a-z]+)*$/;
const PLACEHOLDER = /(\{\{[^{}]*\}\})/;

/**
 * @param names the names that the home gives to models: a key of plain words that stands in one of them, as `local-model` in
 *   `my-local-model`, tells of itself nowhere else
 */
export function createVault(names: readonly string[] = []): Vault {
  const secrets: Record<string, HomeSecret> = {};
  const held: Held[] = [];
  const leftOut: LeftOut[] = [];

  const add = (wanted: string, text: string, secret: HomeSecret): string => {
    const base = wanted.replaceAll(/[{}]/g, '');
    const isTaken = (name: string) => name in secrets || name === HOME_PLACEHOLDER;
    let name = base;
    for (let count = 2; isTaken(name); count++) name = `${base} (${count})`;
    secrets[name] = secret;
    held.push({ text, provider: secret.provider, name });
    return `{{${name}}}`;
  };
  const known = (text: string, provider: string | null) =>
    held.find(
      (each) =>
        each.text === text &&
        (each.provider === provider || each.provider === null || provider === null) &&
        !REDACTED.test(text),
    );

  const tells = (text: string) =>
    isTelling(text) && !(PLAIN_WORDS.test(text) && names.some((name) => name.includes(text)));

  return {
    secrets,
    leftOut,
    texts: () => held.map(({ text }) => text).filter(tells),
    originals: () => Object.fromEntries(held.map(({ name, text }) => [name, text])),
    whole(name, text, whose, more = {}) {
      const key = text.trim();
      const shape = shapeOfKey(text);
      const before = known(key, whose.provider);
      if (before && secrets[before.name]?.shape === shape) return `{{${before.name}}}`;
      const inside = variablesInside(key);
      if (inside.length > 0)
        leftOut.push({ what: `${inside.join(', ')} in ${name}`, why: 'one key stands for the whole text' });
      const stale = isOfAnotherProgram(key);
      return add(name, key, { ...secretOf(key, whose, formOf(key)), shape, stale, ...more });
    },
    made: (name, whose) => add(name, '', secretOf('', whose, 'key')),
    scrubbed(name, text, whose) {
      const isId = whose === 'id';
      if (!isId && isFreeText(text)) return add(name, text, secretOf(text, SETTING, 'text'));
      let result = text;
      for (const { text: piece, form } of secretPieces(text, isId || ADDRESS.test(text) ? 'name' : 'text')) {
        const isWord = isId || form === 'word' || form === 'digits';
        const own = isId ? SETTING : whose;
        const before = known(piece, isWord ? null : own.provider);
        const wanted = isWord ? `word ${Object.keys(secrets).length + 1}` : name;
        const secret = secretOf(piece, own, isWord ? (form === 'digits' ? 'digits' : 'word') : form);
        const placeholder = before ? `{{${before.name}}}` : add(wanted, piece, secret);
        result = result.replaceAll(piece, placeholder);
      }
      return result;
    },
    again(text) {
      const replaced = (part: string) =>
        held
          .filter((each) => tells(each.text))
          .reduce((result, each) => result.replaceAll(each.text, `{{${each.name}}}`), part);
      const parts = text.split(PLACEHOLDER);
      return parts.map((part) => (PLACEHOLDER.test(part) ? part : replaced(part))).join('');
    },
    amend(placeholder, more) {
      const name = placeholder && PLACEHOLDER.exec(placeholder)?.[1]?.slice(2, -2);
      if (name && secrets[name]) secrets[name] = { ...secrets[name], ...more };
    },
  };
}

function secretOf(text: string, whose: Whose, form: HomeSecret['form']): HomeSecret {
  return {
    ...whose,
    form,
    prefix: form === 'key' || form === 'aws' ? prefixOf(text) : '',
    // A number of another length would be no telephone, and no id of a person or a group.
    length: form === 'digits' ? text.length : Math.min(Math.ceil(text.length / CLASS) * CLASS, 4096),
    shape: keyShapeSchema.enum.plain,
    stale: false,
    signedBy: null,
    session: null,
  };
}

function formOf(text: string): HomeSecret['form'] {
  if (text.includes('-----BEGIN')) return 'pem';
  if (/^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(text)) return 'jwt';
  return /^A(KI|SI)A[A-Z0-9]{16}/.test(text) ? 'aws' : 'key';
}
