/**
 * Fingerprints: the identity of a violation across cases and runs. A run goes on past a violation whose fingerprint
 * it has seen, and shrinking keeps the fingerprint, so a smaller case that breaks something else is another finding.
 *
 * Their text is `law | family | reference: behaviour | path, path: behaviour`, without the reference where a law
 * looks at one path alone. This file is the only one that knows the grammar.
 */
import { hash } from 'node:crypto';
import { z } from 'zod';
import { type PathName, pathNameSchema } from '../observation/path-name.ts';
import { type LawId, lawIdSchema } from './law-id.ts';

interface Parts {
  readonly law: LawId;
  /** The family of the provider, or `ANY_FAMILY`. */
  readonly family: string;
  /** The path that they are compared with; null if the law looks at one path alone. */
  readonly reference: { readonly path: PathName; readonly behaviour: string } | null;
  /** The paths that deviate alike. */
  readonly paths: readonly PathName[];
  /** Their behaviour, without secrets, names or counts. */
  readonly behaviour: string;
}

/** The family of a violation in which providers do not matter. */
export const ANY_FAMILY = 'any';

/** There is one object for each fingerprint, so that `===`, `Set` and `Map` compare them by what they say. */
const made = new Map<string, Fingerprint>();

export class Fingerprint implements Parts {
  readonly law: LawId;
  readonly family: string;
  readonly reference: Parts['reference'];
  readonly paths: readonly PathName[];
  readonly behaviour: string;

  private constructor({ law, family, reference, paths, behaviour }: Parts) {
    this.law = law;
    this.family = family;
    this.reference = reference;
    this.paths = paths;
    this.behaviour = behaviour;
  }

  static of(parts: Parts): Fingerprint {
    const text = format(parts);
    const fingerprint = made.get(text) ?? new Fingerprint(parts);
    made.set(text, fingerprint);
    return fingerprint;
  }

  /** The fingerprint that a text says; null for one that is none. */
  static parse(text: string): Fingerprint | null {
    const [law, family, ...told] = text.split(BAR);
    const [deviation, reference, ...others] = told.map(toldOf).reverse();
    const parsed = partsSchema.safeParse({
      law,
      family,
      reference: reference ? { path: reference.paths, behaviour: reference.behaviour } : null,
      paths: deviation?.paths.split(COMMA),
      behaviour: deviation?.behaviour,
    });
    return parsed.success && others.length === 0 ? Fingerprint.of(parsed.data) : null;
  }

  toString(): string {
    return format(this);
  }

  /** Files hold the text. */
  toJSON(): string {
    return format(this);
  }
}

const [BAR, COMMA, COLON] = [' | ', ', ', ': '];

const partsSchema = z.object({
  law: lawIdSchema,
  family: z.string().min(1),
  reference: z.object({ path: pathNameSchema, behaviour: z.string().min(1) }).nullable(),
  paths: z.array(pathNameSchema).min(1),
  behaviour: z.string().min(1),
});

function format({ law, family, reference, paths, behaviour }: Parts): string {
  return [
    law,
    family,
    ...(reference ? [`${reference.path}${COLON}${reference.behaviour}`] : []),
    `${paths.join(COMMA)}${COLON}${behaviour}`,
  ].join(BAR);
}

/** Splits at the first colon: a behaviour may have others. */
function toldOf(text: string): { paths: string; behaviour: string } {
  const [paths = '', ...rest] = text.split(COLON);
  return { paths, behaviour: rest.join(COLON) };
}

/** A fingerprint as files hold it. */
export const fingerprintSchema = z.string().transform((text, context) => {
  const fingerprint = Fingerprint.parse(text);
  if (fingerprint) return fingerprint;
  context.addIssue({
    code: 'custom',
    message: `must read \`law | family | path: behaviour\`, or with \`path: behaviour |\` of a reference before it`,
  });
  return z.NEVER;
});

/**
 * A fingerprint path by path. Which paths deviate alike depends on what else a case has: what is known of each of
 * them is known of all of them together.
 */
export function partsOf(fingerprint: Fingerprint): Fingerprint[] {
  return fingerprint.paths.map((path) => Fingerprint.of({ ...fingerprint, paths: [path] }));
}

/** Whether each part of a fingerprint is a part of one of the others. */
export function isCovered(fingerprint: Fingerprint, others: Iterable<Fingerprint>): boolean {
  const parts = new Set([...others].flatMap(partsOf));
  return partsOf(fingerprint).every((part) => parts.has(part));
}

/** A short, stable name for a fingerprint, for file names. */
export function fingerprintId(fingerprint: Fingerprint): string {
  return hash('sha256', String(fingerprint)).slice(0, 10);
}

/** Fingerprints in the order of their texts. */
export function byText(left: Fingerprint, right: Fingerprint): number {
  return String(left) < String(right) ? -1 : 1;
}
