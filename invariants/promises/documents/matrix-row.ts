/** A row of the SecretRef matrix, and the words that many rows share. */
import type { LawId } from '../../law-id.ts';
import type { PromiseOfDocument } from '../documented-promise.ts';

type Paths = PromiseOfDocument['paths'];

const SPEECH: Paths = ['speech'];
const MEMORY: Paths = ['memory', 'embedding'];
const SWAPPED: readonly LawId[] = ['irrelevant-change', 'well-formed'];
const SPOKEN: readonly LawId[] = ['explicit-choice', 'irrelevant-change'];
const OVERRIDDEN: readonly LawId[] = ['entry-request', 'irrelevant-change'];
const NO_TRANSPORT = 'no case overrides the transport of a request';
const NO_MEMORY_OF_AGENT = 'no case gives one agent a memory of its own';
const NOT_PROVIDER = 'the field is of no model provider, and no path sends it';
const NO_PERSONA = 'no case has a persona or an agent with a voice of its own';
const NO_TALK = 'talk needs a live connection, which no path opens';
const NO_PLUGIN = 'no case configures this plugin';

/** A field of the matrix with its id, its first and last build, its paths, and its laws or why there is none. */
export type Row<Id extends string> = readonly [
  id: Id,
  field: string,
  from: string,
  to: string | null,
  paths: Paths,
  judged: string | readonly LawId[],
];

export const SHARED = {
  SPEECH,
  MEMORY,
  SWAPPED,
  SPOKEN,
  OVERRIDDEN,
  NO_TRANSPORT,
  NO_MEMORY_OF_AGENT,
  NOT_PROVIDER,
  NO_PERSONA,
  NO_TALK,
  NO_PLUGIN,
};
