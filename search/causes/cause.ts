/**
 * Causes: what findings have in common that are one thing to mend. A finding's cause is made of the repairs that end it and of
 * the paths that these move, and of nothing that names a provider, a law or a build: so it is the same from run to run, and
 * from build to build.
 */
import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Fingerprint } from '../../invariants/fingerprint.ts';
import type { LawId } from '../../invariants/law-id.ts';
import type { Observation } from '../../observation/observation.ts';
import { type PathName, pathNameSchema } from '../../observation/path-name.ts';
import { reasonOf } from '../../observation/reason.ts';
import { pathOf } from '../../paths/paths.ts';
import { sortedText } from '../../support/sorted-text.ts';
import { repairOf } from './repairs.ts';
import type { Ending } from './signature.ts';

export const causeSchema = z.strictObject({
  /** The ids of the repairs that alone end it, in the order of their texts; empty where none does. */
  repairs: z.array(z.string()),
  /** The paths in which it lies: those that do something else once it is repaired. */
  paths: z.array(pathNameSchema),
  /** The deviation, in the words of the fingerprint, and the reasons of failures, if no repair ends it; else null. */
  deviation: z.string().nullable(),
});
export type Cause = z.infer<typeof causeSchema>;

/** A short, stable name. */
export function causeId({ repairs, paths, deviation }: Cause): string {
  return hash('sha256', sortedText({ repairs, paths, deviation })).slice(0, 8);
}

interface Signed {
  readonly law: LawId;
  readonly fingerprint: Fingerprint;
  /** Null where it was not tried. */
  readonly signature: readonly Ending[] | null;
  readonly observations: readonly Observation[];
}

/** The cause of a finding; null where its signature is not known. */
export function causeOf({ law, fingerprint, signature, observations }: Signed): Cause | null {
  if (!signature) return null;
  const keeping = signature.filter(({ repair }) => repairOf(repair).keepsCredentials);
  const decisive = withoutWhole(keeping.length > 0 ? keeping : signature);
  const repairs = decisive.map(({ repair }) => repair).sort();
  const paths = placeOf(decisive, fingerprint);
  if (repairs.length > 0) return { repairs, paths, deviation: null };
  const { reference, behaviour } = fingerprint;
  const told = [...(reference ? [reference.path] : []), ...fingerprint.paths];
  const deviation = [
    law,
    ...(reference ? [reference.behaviour] : []),
    behaviour,
    ...reasonsOf(told, observations),
  ].join(' | ');
  return { repairs, paths, deviation };
}

/** The entry as a whole tells no more than a part of it that ends the violation. */
function withoutWhole(endings: readonly Ending[]): readonly Ending[] {
  const hasPart = endings.some(({ repair }) => repair.startsWith('entry.'));
  return endings.filter(({ repair }) => !(hasPart && repair === 'entry'));
}

/** The paths that every repair moves; where there are none, all that deviate. */
function placeOf(endings: readonly Ending[], { paths }: Fingerprint): PathName[] {
  const [first, ...others] = endings.map(({ moves }) => moves);
  const common = (first ?? []).filter((path) => others.every((moves) => moves.includes(path)));
  const place = new Set((common.length > 0 ? common : paths).map(codeOf));
  // A path that shares the code of another one in some cases moves with it: the place is the other's.
  const isOfOther = (partner: PathName | null) => partner !== null && place.has(partner);
  return [...place].filter((path) => !isOfOther(partnerOf(path))).sort();
}

/** The reasons of the failures of some paths, in the order of their texts. */
export function reasonsOf(paths: readonly PathName[], observations: readonly Observation[]): string[] {
  const reasons = observations
    .filter(({ path }) => paths.includes(path))
    .flatMap(({ outcome }) => (outcome.kind === 'failure' ? [reasonOf(outcome)] : []));
  return [...new Set(reasons)].sort();
}

/** The path whose code a path always runs. */
function codeOf(path: PathName): PathName {
  return pathOf(path).sharesCode?.when === 'always' ? partnerOf(path)! : path;
}

/** The path whose code a path runs, always or in some cases; null where it has its own. */
function partnerOf(path: PathName): PathName | null {
  return pathNameSchema.nullable().parse(pathOf(path).sharesCode?.with.name ?? null);
}
