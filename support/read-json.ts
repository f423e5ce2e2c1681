/** JSON files as data, with errors that a user can act on and that quote nothing of the file. */
import json5 from 'json5';
import { BadInput } from './bad-input.ts';
import { readText } from './read-text.ts';

/** Deeper than any file that the suite reads, and than no program that walks it bears. */
const DEEPEST = 200;

/**
 * Reads JSON.
 *
 * @throws BadInput when the file is missing, not JSON, or nested without end.
 */
export async function readJson(file: string): Promise<unknown> {
  return parseJson(readText(file), file);
}

/**
 * @param place the file, for the error
 * @throws BadInput with line and column when the text is not JSON
 */
export function parseJson(text: string, place: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    parseJson5(text, place, 'JSON');
    throw new BadInput(`${place} is JSON5, not JSON. Remove its comments, and quote with ".`);
  }
  return notDeep(value, place);
}

/** The same for JSON5, which has comments and names without quotes. */
export function parseJson5(text: string, place: string, kind = 'JSON5'): unknown {
  let value: unknown;
  try {
    // The parser writes a warning of its own on these two, which are text like any other.
    value = json5.parse(text.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029'));
  } catch (error) {
    throw new BadInput(`${place} is not ${kind}${positionOf(error)}. Correct it first.`);
  }
  return notDeep(value, place);
}

function positionOf(error: unknown): string {
  const { lineNumber, columnNumber } = error as { lineNumber?: number; columnNumber?: number };
  return lineNumber === undefined ? '' : `: line ${lineNumber}, column ${columnNumber}`;
}

function notDeep(value: unknown, place: string): unknown {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST)
      throw new BadInput(`${place} is nested more than ${DEEPEST} levels deep. Check the file.`);
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return value;
}
