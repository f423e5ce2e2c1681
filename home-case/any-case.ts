/** Either kind of case: one that the vocabulary of the generators says, or a home as it is. */
import { z } from 'zod';
import { type Case, caseSchema } from '../generators/case.ts';
import { sortedText } from '../support/sorted-text.ts';
import { type HomeCase, homeCaseSchema } from './home-case.ts';

export const anyCaseSchema = z.union([caseSchema, homeCaseSchema]);
export type AnyCase = Case | HomeCase;

export function isHomeCase(value: unknown): value is HomeCase {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'home';
}

/** The text of a case: equal cases have equal text. The order of the keys of a home's files is a part of it. */
export function textOfCase(value: AnyCase): string {
  return isHomeCase(value) ? JSON.stringify(value) : sortedText(value);
}
