/** JSON of a home with a placeholder in the place of each secret. */
import { isJsonRecord, type JsonRecord } from '../../support/json-record.ts';
import { isFieldOfSecret, isHeaderOfSecret, isVariableOfSecret } from './names.ts';
import type { Vault, Whose } from './vault.ts';
import { ownerIn } from './whose.ts';
import { isNoSecret } from './words.ts';

export interface JsonPlace {
  /** The beginning of the names of its secrets; empty for the configuration. */
  readonly label: string;
  /** Tells the owner of the secret at a path, below what is of a provider. */
  whose(path: readonly string[], owner: string | null): Whose;
  /** The provider of a variable, by its name. */
  ofVariable(name: string): string | null;
  /** A text that names a file or folder of the user's. */
  place(text: string): string;
  /** Whether a text names a file of the home that was read. */
  isFile?(text: string): boolean;
  /** Whether a text is the id of a profile of the home that was read: a field of a key may name one. */
  isProfile?(text: string): boolean;
  /** Whether a text is the name that the home gives to a model, which any other text may have, too. */
  isModel?(text: string): boolean;
  /** Whether every text of the file is a secret. */
  readonly isAllSecret?: boolean;
  /** The text that stands for an object as a whole: of a source of secrets. */
  replaced?(value: JsonRecord): JsonRecord;
}

/** Names that several places share. */
const ID =
  /^(id|name|model|models|primary|fallbacks?|provider|alias|profile|preferredProfile|order|agentId|ref|imageModel|default)$|[a-z](?<!Key)Id$/;
/** Objects of ids: voices, by the names that people say. */
const NAMES = /aliases$/i;
/** A file with a key or a certificate, which the home need not have: no secret ends so. */
const CERTIFICATE = /^(~|\.{0,2}\/|[A-Z]:[\\/]).*\.(key|pem|crt|cert|p12|pfx)$/i;
/** Objects of variables: `env`, `env.vars`, `skills.entries.*.env`. */
const VARIABLES = new Set(['env', 'vars', 'environment']);
const HEADERS = /^(default)?headers$/i;
const SCHEME = /^((?:Bearer|Basic|Token|ApiKey)\s+)(\S.*)$/is;

export function cleanJson(value: unknown, vault: Vault, place: JsonPlace): unknown {
  const clean = (each: unknown, path: readonly string[], owner: string | null): unknown => {
    if (typeof each === 'string') return cleanText(each, path, owner);
    if (typeof each === 'number') return cleanNumber(each, path);
    if (Array.isArray(each)) return each.map((item) => clean(item, path, owner));
    if (!isJsonRecord(each)) return each;
    const object = place.replaced?.(each) ?? each;
    const own = ownerIn(object, path) ?? owner;
    return Object.fromEntries(
      Object.entries(object).map(([key, child]) => [
        keyText(key, path),
        clean(child, [...path, key], isReference(object) && key === 'provider' ? null : own),
      ]),
    );
  };

  const nameOf = (path: readonly string[]) =>
    vault.again([place.label, path.map((key) => keyText(key, [])).join('.')].filter(Boolean).join(' '));

  const keyText = (key: string, _path: readonly string[]) => vault.scrubbed('', key, 'id');

  const cleanText = (text: string, path: readonly string[], owner: string | null): string => {
    const [field = '', container = ''] = [path.at(-1) ?? '', path.at(-2) ?? ''];
    const whose = place.whose(path, owner);
    const isSecret =
      place.isAllSecret ||
      (VARIABLES.has(container)
        ? isVariableOfSecret(field)
        : HEADERS.test(container)
          ? isHeaderOfSecret(field)
          : isFieldOfSecret(field));
    if (isSecret && place.isProfile?.(text)) return vault.scrubbed('', text, 'id');
    if (isSecret && !isNoSecret(text) && !place.isFile?.(text) && !CERTIFICATE.test(text)) {
      const isVariable = VARIABLES.has(container);
      const own: Whose = isVariable
        ? { kind: 'environment', provider: place.ofVariable(field), profile: null }
        : whose;
      const [, scheme = '', rest = text] = SCHEME.exec(text) ?? [];
      return `${scheme}${isNoSecret(rest) ? rest : vault.whole(nameOf(path), rest, own)}`;
    }
    if (isNoSecret(text)) return text;
    const isName = ID.test(field) || NAMES.test(container) || place.isModel?.(text);
    return place.place(vault.scrubbed(nameOf(path), text, isName ? 'id' : whose));
  };

  /** A password may be a number. */
  const cleanNumber = (number: number, path: readonly string[]): number => {
    const field = path.at(-1) ?? '';
    const isSecret = place.isAllSecret || (isFieldOfSecret(field) && !/tokens$/i.test(field));
    const digits = String(number);
    if (!isSecret || digits.length < 4) return number;
    vault.whole(nameOf(path), digits, place.whose(path, null), { form: 'text' });
    return Number('1'.repeat(Math.min(digits.length, 15)));
  };

  return clean(value, [], null);
}

function isReference(value: JsonRecord): boolean {
  return typeof value.source === 'string' && 'id' in value;
}
