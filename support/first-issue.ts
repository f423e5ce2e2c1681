/** The first fault that a schema finds, in one line that quotes no value: it may be a secret. */
import type { z } from 'zod';
import { nameText } from './one-line.ts';

type Issue = z.core.$ZodIssue;

/** Lists of values are cut here: an axis has ten, the catalog of providers dozens. */
const MOST_VALUES = 12;

/** The first problem of a zod error: `case.provider.id: must be one of google, openai, …`. */
export function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues;
  return issue ? textOf(issue, []) : 'it has another form';
}

function textOf(issue: Issue, outer: readonly PropertyKey[]): string {
  const place = [...outer, ...issue.path];
  const deeper = issue.code === 'invalid_union' ? deepest(issue.errors) : null;
  return deeper ? textOf(deeper, place) : `${placeText(place)}: ${problemOf(issue)}`;
}

/** Of the alternatives of a union the one that fits longest says what is meant. */
function deepest(alternatives: readonly (readonly Issue[])[]): Issue | null {
  const firsts = alternatives.flatMap(([first]) => (first ? [first] : []));
  return firsts.sort((a, b) => b.path.length - a.path.length)[0] ?? null;
}

function placeText(path: readonly PropertyKey[]): string {
  return path.length === 0 ? '(top)' : path.map(nameOf).join('.');
}

function nameOf(key: PropertyKey): string {
  return typeof key === 'number' ? String(key) : nameText(String(key));
}

function problemOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be of type ${issue.expected}`;
    case 'invalid_value':
      return `must be ${issue.values.length > 1 ? 'one of ' : ''}${listOf(issue.values.map(String))}`;
    case 'unrecognized_keys':
      return `has an unknown field ${issue.keys.map(nameOf).filter((name) => name !== '…')[0] ?? ''}`.trim();
    case 'too_big':
      return `must have ${issue.maximum} at most`;
    case 'too_small':
      return `must have ${issue.minimum} at least`;
    case 'custom':
      return issue.message;
    case 'invalid_format':
      return `must be ${issue.format === 'regex' ? 'of another form' : `a ${issue.format}`}`;
    default:
      return 'has another form';
  }
}

function listOf(values: readonly string[]): string {
  const more = values.length - MOST_VALUES;
  return values.slice(0, MOST_VALUES).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
