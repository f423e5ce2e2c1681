/** Option values shared by the commands, parsed with errors that give value, place and fix. */
import { InvalidArgumentError } from 'commander';
import { type ProviderId, providerIdSchema } from '../generators/providers/catalog.ts';
import type { LawId } from '../invariants/law.ts';
import { ALL_LAWS } from '../invariants/laws.ts';
import { type Lane, laneSchema } from '../observation/lane.ts';
import { ALL_PATHS, type PathName, pathNameSchema } from '../observation/path-name.ts';
import type { Shard } from '../search/draw/shard.ts';

export function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('Give a whole number of at least 1.');
  return value;
}

export function integer(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value)) throw new InvalidArgumentError('Give a whole number.');
  return value;
}

export function pathList(text: string): PathName[] {
  return text.split(',').map((name) => {
    const parsed = pathNameSchema.safeParse(name.trim());
    if (!parsed.success) {
      throw new InvalidArgumentError(`"${name}" is no path. Give some of ${ALL_PATHS.join(',')}.`);
    }
    return parsed.data;
  });
}

export function providerList(text: string): ProviderId[] {
  return text.split(',').map((name) => {
    const parsed = providerIdSchema.safeParse(name.trim());
    if (!parsed.success) {
      throw new InvalidArgumentError(
        `"${name}" is no provider. Give some of ${providerIdSchema.options.join(',')}.`,
      );
    }
    return parsed.data;
  });
}

export function laneName(text: string): Lane {
  const parsed = laneSchema.safeParse(text);
  if (!parsed.success) throw new InvalidArgumentError(`Give one of ${laneSchema.options.join(', ')}.`);
  return parsed.data;
}

export function lawName(text: string): LawId {
  const law = ALL_LAWS.find(({ id }) => id === text);
  if (!law) throw new InvalidArgumentError(`Give one of ${ALL_LAWS.map(({ id }) => id).join(', ')}.`);
  return law.id;
}

/** `2/4`: the second of four parts. */
export function shardOf(text: string): Shard {
  const [index = 0, count = 0] = /^(\d+)\/(\d+)$/.exec(text)?.slice(1).map(Number) ?? [];
  if (index < 1 || index > count) throw new InvalidArgumentError('Give the part as i/n, for example 2/4.');
  return { index, count };
}
