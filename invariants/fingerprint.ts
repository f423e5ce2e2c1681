/**
 * Fingerprints: the identity of a violation across cases and runs.
 *
 * `law | provider family | what the paths did`. A run goes on past a violation whose fingerprint it has seen, and
 * shrinking keeps the fingerprint, so a smaller case that breaks something else is another finding.
 *
 * Paths that deviate alike share one: three media paths with one cause are one thing to read, and to fix.
 */
import { createHash } from 'node:crypto';
import { ALL_PATHS, type PathName } from '../gateway/observation.ts';
import type { LawId, Violation } from './law.ts';

/** What one path did against a law. */
export interface Deviation {
  readonly path: PathName;
  /** What the path is compared with, as `path: behaviour`; null where a law looks at one path alone. */
  readonly reference: { readonly path: PathName; readonly pattern: string } | null;
  /** The behaviour without secrets, names or counts. */
  readonly pattern: string;
  /** One sentence for people. */
  readonly detail: string;
}

/** One violation for each distinct behaviour, with all the paths that show it. */
export function violationsOf(law: LawId, family: string, deviations: readonly Deviation[]): Violation[] {
  const alike = Map.groupBy(deviations, ({ reference, pattern }) =>
    JSON.stringify([reference?.pattern, pattern]),
  );
  return [...alike.values()].map((group) => {
    const { reference, pattern } = group[0]!;
    const paths = ALL_PATHS.filter((path) => group.some((each) => each.path === path));
    const behaviours = [
      ...(reference ? [`${reference.path}: ${reference.pattern}`] : []),
      `${paths.join(', ')}: ${pattern}`,
    ];
    return {
      law,
      paths: reference && !paths.includes(reference.path) ? [reference.path, ...paths] : paths,
      detail: [...new Set(group.map(({ detail }) => detail))].join('; '),
      fingerprint: [law, family, ...behaviours].join(' | '),
    };
  });
}

/** A short, stable name for a fingerprint, for file names. */
export function fingerprintId(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
