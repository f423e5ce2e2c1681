import { record, text } from '../support/json-path.ts';

/** A model reference, which may be a text or an object with `primary`. */
export function modelIn(value: unknown): string | null {
  return text(value) ?? text(record(value).primary);
}
