/**
 * An axis: one independent thing that a case says. It is one file here and one line of `generators/case-axes.ts`, or
 * of `generators/setup-axes.ts` where it is of one provider. The case schema, the plain case, the arbitraries,
 * migrations and coverage goals are derived from those lists.
 */
import type fc from 'fast-check';
import type { z } from 'zod';
import { schemaArbitrary } from './schema-arbitrary.ts';
import { shrunkBy } from './shrunk-by.ts';

export interface Definition<T> {
  /** A sentence for the published schema of case files. */
  readonly meaning: string;
  /** Every value that a case may hold; of an enum, the simplest first. */
  readonly schema: z.ZodType<T>;
  /** The value of a plain case, of cases older than the axis, and at the end of every shrink. */
  readonly usual: NoInfer<T>;
  /** The first `schemaVersion` of a case that has the axis. */
  readonly since: number;
}

export interface Axis<T> extends Definition<T> {
  /** Draws values as often as they are worth it; shrinks every value of the schema without context. */
  readonly arbitrary: fc.Arbitrary<T>;
  /** Draws values other than the usual one. */
  readonly unusual: fc.Arbitrary<T>;
  /** One focused case in so many has another value than the usual one; absent: one in five. */
  readonly oneIn?: number;
  /**
   * Names a value for a reader; absent for an axis that does not show in lists and is no coverage goal of its own.
   */
  readonly label?: (value: NonNullable<T>) => string;
}

/** @param axis `arbitrary` need not know values that are not worth drawing: those shrink by the schema. */
export function axis<T>(
  axis: Definition<T> & {
    readonly arbitrary: fc.Arbitrary<NoInfer<T>>;
    readonly oneIn?: number;
    readonly label?: (value: NonNullable<NoInfer<T>>) => string;
  },
): Axis<T> {
  const { schema, usual } = axis;
  const arbitrary = shrunkBy<T>(axis.arbitrary, axis.arbitrary, schemaArbitrary(schema));
  return {
    ...axis,
    schema: schema.describe(axis.meaning),
    arbitrary,
    // The filter draws again until a value is unusual. Cheap, and a seed keeps its cases. Only axes of a case use it, whose
    // usual values are primitives.
    unusual: arbitrary.filter((value) => value !== usual),
  };
}

/** The facts of a provider that the axes of its setup need. */
export interface Owner {
  /** The environment variables that OpenClaw reads for it, the usual one first. */
  readonly environmentVariables: readonly string[];
  /** The types of auth profiles that users store for it. */
  readonly profileTypes: readonly ('api_key' | 'token' | 'oauth')[];
  /** Whether it is known by its entry alone. */
  readonly needsEntry: boolean;
  /** Whether it speaks the API that an entry without `api` stands for. */
  readonly hasUsualApi: boolean;
  /** Whether its credentials are those of AWS. */
  readonly isAws: boolean;
  /** Whether they are those of Google's cloud: a key, or a file of its default credentials. */
  readonly isGoogleCloud: boolean;
  readonly hasAddressVariable: boolean;
}

export interface SetupAxis<T> extends Definition<T> {
  /** Draws the values that make sense for a provider; shrinks every value of the schema without context. */
  readonly arbitrary: (owner: Owner) => fc.Arbitrary<T>;
}

/** An axis of one provider's setup. */
export function setupAxis<T>(
  axis: Definition<T> & { readonly arbitrary: (owner: Owner) => fc.Arbitrary<NoInfer<T>> },
): SetupAxis<T> {
  const anyValue = schemaArbitrary(axis.schema);
  return {
    ...axis,
    schema: axis.schema.describe(axis.meaning),
    arbitrary: (owner) => {
      const arbitrary = axis.arbitrary(owner);
      return shrunkBy<T>(arbitrary, arbitrary, anyValue);
    },
  };
}
