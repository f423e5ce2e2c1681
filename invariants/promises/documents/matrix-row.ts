/** A row of the SecretRef matrix, and the words that many rows share. */
import type { LawId } from '../../law-id.ts';
import type { PromiseOfDocument } from '../documented-promise.ts';

type Paths = PromiseOfDocument['paths'];

const SPEECH: Paths = ['speech'];
const MEMORY: Paths = ['memory', 'embedding'];
const SWAPPED: readonly LawId[] = ['irrelevant-change', 'well-formed'];
const SPOKEN: readonly LawId[] = ['explicit-choice', 'irrelevant-change'];
const OVERRIDDEN: readonly LawId[] = ['entry-request', 'irrelevant-change'];
/** No path sends the field, and the build itself says whether it takes a reference there. */
const CHECKED = { check: 'fields-as-documented' } as const;
const NO_PLUGIN =
  'no build brings the plugin that has the field, and without it nothing asks for the reference';

/** A field of the matrix with its id, its first and last build, its paths, and its laws or why there is none. */
export type Row<Id extends string> = readonly [
  id: Id,
  field: string,
  from: string,
  to: string | null,
  paths: Paths,
  judged: string | typeof CHECKED | readonly LawId[],
];

export const SHARED = {
  SPEECH,
  MEMORY,
  SWAPPED,
  SPOKEN,
  OVERRIDDEN,
  CHECKED,
  NO_PLUGIN,
};
