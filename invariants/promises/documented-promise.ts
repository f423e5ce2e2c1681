/**
 * A promise: one rule that OpenClaw's documents make about credentials, as data.
 *
 * The text of a document is never kept: the rule is in our words, and `passage` says where the document's own stand.
 */
import { z } from 'zod';
import { versionSchema } from '../../gateway/versions/version.ts';
import { pathNameSchema } from '../../observation/path-name.ts';
import { lawIdSchema } from '../law-id.ts';

/** The kind of rule; reports group promises by it. */
const promiseKindSchema = z.enum([
  'eligibility',
  'order',
  'selection',
  'resolution',
  'isolation',
  'host',
  'header',
  'refusal',
  'refresh',
  'rotation',
  'cooldown',
  'reload',
  'inheritance',
  'status',
  'reason-code',
  'disclosure',
]);
export type PromiseKind = z.infer<typeof promiseKindSchema>;

const passageSchema = z.strictObject({
  /** Below `openclaw@2026.9.6:docs/` of the package, with its ending. */
  document: z.string(),
  /**
   * The heading as the document writes it, without `#`; null for the text before the first one, or for the whole of
   * a JSON document.
   */
  heading: z.string().nullable(),
});
/** The section of a document that makes a promise. */
export type Passage = z.infer<typeof passageSchema>;

const documentedPromiseSchema = z.strictObject({
  /** `document/rule`, stable over releases. */
  id: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
  /** The rule in one or two sentences of our own. */
  rule: z.string().min(20),
  /** The passages that make it, newest layout first: a build's passage is the first of these that its documents have. */
  passages: z.array(passageSchema).min(1),
  /** A few words that tell its list item, table row or paragraph from the others of the section; none: all of it. */
  about: z.array(z.string()).readonly(),
  /** The field of the configuration that is promised to take a reference; absent: it promises that of no field. */
  field: z.string().optional(),
  /** The first and the last build whose documents make it; `to` null: still made. */
  builds: z.strictObject({ from: versionSchema, to: versionSchema.nullable() }),
  kind: promiseKindSchema,
  /** The paths that it binds. */
  paths: z.union([z.literal('all'), z.array(pathNameSchema).min(1)]),
  /** The laws that judge it, or the check of a run that does without a case, or why nothing does. */
  judged: z.union([
    z.strictObject({ by: z.array(lawIdSchema).min(1) }),
    z.strictObject({ check: z.literal('fields-as-documented') }),
    z.strictObject({ not: z.string().min(10) }),
  ]),
});
/** @template Id its id, so that laws can cite the promises that exist and no others */
export type DocumentedPromise<Id extends string = string> = z.infer<typeof documentedPromiseSchema> & {
  readonly id: Id;
};

/** A promise as its document's file writes it. */
export type PromiseOfDocument<Id extends string = string> = Readonly<
  Omit<z.input<typeof documentedPromiseSchema>, 'id' | 'passages' | 'builds'>
> & {
  /** The part of the id after the document's. */
  readonly id: Id;
  readonly heading: string | null;
  /** The heading in an older layout of the same document, where it had another. */
  readonly earlierHeadings?: readonly string[];
  /** The first and last build, where they differ from the document's own. */
  readonly from?: string;
  readonly to?: string;
};

export interface DocumentOfPromises<Slug extends string = string> {
  /** Below `openclaw@2026.9.6:docs/`, with its ending. */
  readonly document: string;
  /** The passages in which older builds keep the same text, or other builds more of it. */
  readonly earlier?: readonly string[];
  /** The prefix of the ids of the document. */
  readonly slug: Slug;
  /** The first build that ships it, of those that ship documents at all. */
  readonly from: string;
}

/** The laws or the check that judge a promise; none: nothing does. */
export function judgesOf({ judged }: Pick<DocumentedPromise, 'judged'>): readonly string[] {
  if ('by' in judged) return judged.by;
  return 'check' in judged ? [judged.check] : [];
}

/** The promises of one document, each with its passages spelled out. */
export function promisesOf<const Slug extends string, const Id extends string>(
  { document, earlier = [], slug, from: first }: DocumentOfPromises<Slug>,
  promises: readonly PromiseOfDocument<Id>[],
): DocumentedPromise<`${Slug}/${Id}`>[] {
  return promises.map(({ id, heading, earlierHeadings = [], from = first, to = null, ...rest }) => ({
    ...documentedPromiseSchema.parse({
      ...rest,
      id: `${slug}/${id}`,
      builds: { from, to },
      passages: [document, ...earlier].flatMap((each) =>
        [heading, ...earlierHeadings].map((name) => ({ document: each, heading: name })),
      ),
    }),
    id: `${slug}/${id}` as const,
  }));
}
