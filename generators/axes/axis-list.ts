/** Records derived from a list of axes, with the same keys. */
import type fc from 'fast-check';
import type { z } from 'zod';
import type { Definition } from './axis.ts';

/** Axes by the names of their fields. */
export type AxisList = Readonly<Record<string, Pick<Definition<unknown>, 'schema' | 'usual' | 'since'>>>;

/** A value of each axis of a list. */
export type ValuesOf<Axes extends AxisList> = {
  -readonly [Name in keyof Axes]: z.infer<Axes[Name]['schema']>;
};

export function schemasOf<Axes extends AxisList>(axes: Axes): { [Name in keyof Axes]: Axes[Name]['schema'] } {
  return mapAxes(axes, ({ schema }) => schema);
}

export function usualOf<Axes extends AxisList>(axes: Axes): ValuesOf<Axes> {
  return mapAxes(axes, ({ usual }) => usual);
}

/** The usual values of the axes that came with a `schemaVersion`. */
export function usualSince(axes: AxisList, version: number): Readonly<Record<string, unknown>> {
  const added = Object.entries(axes).filter(([, { since }]) => since === version);
  return usualOf(Object.fromEntries(added));
}

/** An arbitrary of each axis of a list. */
export function arbitrariesOf<Axes extends AxisList>(
  axes: Axes,
  arbitraryOf: (axis: Axes[keyof Axes]) => fc.Arbitrary<unknown>,
): { [Name in keyof Axes]: fc.Arbitrary<z.infer<Axes[Name]['schema']>> } {
  return mapAxes(axes, arbitraryOf);
}

/** The caller says what the parts are: `part` gives the right one for each axis. */
function mapAxes<Axes extends AxisList, Parts>(axes: Axes, part: (axis: Axes[keyof Axes]) => unknown): Parts {
  const entries = Object.entries(axes).map(([name, axis]) => [name, part(axis as Axes[keyof Axes])]);
  return Object.fromEntries(entries) as Parts;
}
