/**
 * Fingerprints: the identity of a violation across cases and runs.
 *
 * `law | provider family | what the paths did`, as far as they differ. A run goes on past a violation whose
 * fingerprint it has seen, and shrinking keeps the fingerprint, so a smaller case that breaks something else is
 * another finding.
 *
 * Paths that deviate alike share one: three media paths with one cause are one thing to read, and to fix.
 */
import { hash } from 'node:crypto';
import { ALL_PATHS, type PathName } from '../observation/path-name.ts';
import { pathOf } from '../paths/paths.ts';
import type { LawId, Violation } from './law.ts';

/** The behaviour of one path that breaks a law. */
export interface Deviation {
  readonly path: PathName;
  /** The path and behaviour that it is compared with; null if the law looks at one path alone. */
  readonly reference: { readonly path: PathName; readonly behaviour: string } | null;
  /** The behaviour without secrets, names or counts. */
  readonly behaviour: string;
  /** One sentence for people. */
  readonly detail: string;
}

/** One violation for each distinct behaviour, with all the paths that show it. */
export function violationsOf(law: LawId, family: string, deviations: readonly Deviation[]): Violation[] {
  const alike = Map.groupBy(deviations, ({ reference, behaviour }) =>
    JSON.stringify([reference?.behaviour, behaviour]),
  );
  return [...alike.values()].map((group) => {
    const { reference, behaviour } = group[0]!;
    const paths = ALL_PATHS.filter((path) => group.some((each) => each.path === path));
    // Media paths with a pin are held against image, the others against chat: without both it cannot be seen again.
    const references = ALL_PATHS.filter((path) => group.some((each) => each.reference?.path === path));
    const behaviours = [
      ...(reference ? [`${reference.path}: ${reference.behaviour}`] : []),
      `${namesOf(paths, reference !== null)}: ${behaviour}`,
    ];
    return {
      law,
      paths: [...new Set([...references, ...paths])],
      detail: [...new Set(group.map(({ detail }) => detail))].join('; '),
      fingerprint: [law, family, ...behaviours].join(' | '),
    };
  });
}

/**
 * Paths that run one piece of code count as one, named for the first of them: whether a case has an audio model, or a
 * probe that finds a target, must not make another finding of the same fault.
 */
function namesOf(paths: readonly PathName[], isCompared: boolean): string {
  return [...new Set(paths.map((path) => nameOf(path, isCompared)))].join(', ');
}

function nameOf(path: PathName, isCompared: boolean): string {
  const { sharesCode } = pathOf(path);
  return sharesCode && (sharesCode.when === 'always' || !isCompared) ? sharesCode.with.name : path;
}

/**
 * A fingerprint path by path. Which paths deviate alike depends on what else a case has: what is known of each of
 * them is known of all of them together.
 */
export function partsOf(fingerprint: string): string[] {
  const [law = '', family = '', ...behaviours] = fingerprint.split(' | ');
  const deviation = behaviours.at(-1) ?? '';
  const colon = deviation.indexOf(': ');
  const paths = deviation.slice(0, colon).split(', ');
  return paths.map((path) =>
    [law, family, ...behaviours.slice(0, -1), `${path}${deviation.slice(colon)}`].join(' | '),
  );
}

/**
 * The same violation on one of the paths that deviate alike, beside what it is compared with: the fewest to run.
 *
 * @param part which of `partsOf` the fingerprint; the first where none is named
 */
export function onFewestPaths(
  { paths, fingerprint }: Pick<Violation, 'paths' | 'fingerprint'>,
  part: string = partsOf(fingerprint)[0]!,
): { paths: PathName[]; fingerprint: string } {
  const [, , ...named] = part.split(' | ').map((text) => text.split(':')[0]);
  const reference = named.length > 1 ? named[0] : null;
  const deviating = paths.find(
    (path) => path !== reference && nameOf(path, reference !== null) === named.at(-1),
  );
  return { paths: paths.filter((path) => path === reference || path === deviating), fingerprint: part };
}

/** Whether each part of a fingerprint is a part of one of the others. */
export function isCovered(fingerprint: string, others: Iterable<string>): boolean {
  const parts = new Set([...others].flatMap(partsOf));
  return partsOf(fingerprint).every((part) => parts.has(part));
}

/** A short, stable name for a fingerprint, for file names. */
export function fingerprintId(text: string): string {
  return hash('sha256', text).slice(0, 10);
}
