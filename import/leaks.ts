/** Finds texts of a home in a case that was made from it: there must be none. */
import { z } from 'zod';
import { ALL_PROVIDERS } from '../generators/providers/catalog.ts';
import { caseFileSchema } from '../search/saved/case-file.ts';
import { isJsonRecord } from '../support/json-record.ts';
import type { OpenClawHome } from './openclaw-home.ts';

/** A text of the home that is in the output. */
export interface Leak {
  /** Where it stands in the home: `config.models.providers.acme.apiKey`. */
  readonly place: string;
  readonly text: string;
}

/** Shorter texts are words that any name may hold. */
const MIN_LENGTH = 8;

/** Names that everybody knows: the only texts of a case that its schema does not list. */
const VARIABLES = ALL_PROVIDERS.flatMap(({ environmentVariables }) => environmentVariables);

/**
 * Every text value of the home, of eight characters and more, that the output holds beside the words of its own
 * schema. Keys are not values: the name of a variable is no secret, and neither is that of a provider.
 *
 * @param output JSON
 */
export function leaksOf(home: OpenClawHome, output: string): Leak[] {
  const { config, variables, store, state, modelsFile, aws } = home;
  const own = new Set([...wordsOf(z.toJSONSchema(caseFileSchema, { unrepresentable: 'any' })), ...VARIABLES]);
  const foreign = textsAndKeys(JSON.parse(output)).filter((text) => !own.has(text));
  const isLeft = (piece: string) =>
    piece.length >= MIN_LENGTH && foreign.some((text) => text.includes(piece));
  return textsIn({ config, variables, store, state, modelsFile, aws }).flatMap(({ place, text }) =>
    [...new Set([text, text.trim(), ...text.split(/[\s,;:"']+/)])]
      .filter(isLeft)
      .map((piece) => ({ place, text: piece })),
  );
}

/** The names of fields, and the values that a field may have, of a JSON schema. */
function wordsOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(wordsOf);
  if (!isJsonRecord(schema)) return [];
  const { properties = {}, enum: values = [], const: value } = schema;
  const words = [...Object.keys(properties as object), ...(values as unknown[]), value];
  return [...words.filter((word) => typeof word === 'string'), ...Object.values(schema).flatMap(wordsOf)];
}

function textsAndKeys(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return [...(Array.isArray(value) ? [] : Object.keys(value)), ...Object.values(value).flatMap(textsAndKeys)];
}

function textsIn(value: unknown, place = ''): Leak[] {
  if (typeof value === 'string') return [{ place, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => textsIn(child, place ? `${place}.${key}` : key));
}
