/** Violations of laws, made from what single paths did against one. */
import { z } from 'zod';
import { ALL_PATHS, type PathName, pathNameSchema } from '../observation/path-name.ts';
import { pathOf } from '../paths/paths.ts';
import { Fingerprint, fingerprintSchema, partsOf } from './fingerprint.ts';
import { type LawId, lawIdSchema } from './law-id.ts';

/** A claim about a case, by a case file, a finding or one of a baseline. */
export const claimSchema = z.strictObject({
  law: lawIdSchema,
  paths: z.array(pathNameSchema).readonly(),
  /** The identity of a violation: no secrets, names or counts. */
  fingerprint: fingerprintSchema,
});
export type Claim = Readonly<z.infer<typeof claimSchema>>;

export interface Violation extends Claim {
  /** One sentence for people; names places, never secrets. */
  readonly detail: string;
}

/** The claim that a violation, a finding or one of a baseline makes, without whatever else it says. */
export function claimOf({ law, paths, fingerprint }: Claim): Claim {
  return { law, paths, fingerprint };
}

/** The behaviour of one path that breaks a law. */
export interface Deviation extends Pick<Fingerprint, 'reference' | 'behaviour'> {
  readonly path: PathName;
  /** One sentence for people. */
  readonly detail: string;
}

/**
 * One violation for each distinct behaviour, with all the paths that show it: three media paths with one cause are
 * one thing to read, and to fix.
 */
export function violationsOf(law: LawId, family: string, deviations: readonly Deviation[]): Violation[] {
  const alike = Map.groupBy(deviations, ({ reference, behaviour }) =>
    JSON.stringify([reference?.behaviour, behaviour]),
  );
  return [...alike.values()].map((group) => {
    const { reference, behaviour } = group[0]!;
    const paths = ALL_PATHS.filter((path) => group.some((each) => each.path === path));
    // Media paths with a pin are held against image, the others against chat: without both it cannot be seen again.
    const references = ALL_PATHS.filter((path) => group.some((each) => each.reference?.path === path));
    const names = [...new Set(paths.map((path) => nameOf(path, reference !== null)))];
    return {
      law,
      paths: [...new Set([...references, ...paths])],
      detail: [...new Set(group.map(({ detail }) => detail))].join('; '),
      fingerprint: Fingerprint.of({ law, family, reference, paths: names, behaviour }),
    };
  });
}

/**
 * Paths that run one piece of code count as one, named for the first of them: whether a case has an audio model, or a
 * probe that finds a target, must not make another finding of the same fault.
 */
function nameOf(path: PathName, isCompared: boolean): PathName {
  const { sharesCode } = pathOf(path);
  const isShared = sharesCode && (sharesCode.when === 'always' || !isCompared);
  return isShared ? pathNameSchema.parse(sharesCode.with.name) : path;
}

/**
 * The same violation on one of the paths that deviate alike, beside what it is compared with: the fewest to run.
 *
 * @param part which of `partsOf` the fingerprint; the first where none is named
 */
export function onFewestPaths(
  { paths, fingerprint }: Pick<Claim, 'paths' | 'fingerprint'>,
  part: Fingerprint = partsOf(fingerprint)[0]!,
): { paths: PathName[]; fingerprint: Fingerprint } {
  const { reference } = part;
  const deviating = paths.find(
    (path) => path !== reference?.path && nameOf(path, reference !== null) === part.paths[0],
  );
  return {
    paths: paths.filter((path) => path === reference?.path || path === deviating),
    fingerprint: part,
  };
}
