/** Options that several commands have, and their values, parsed with errors that give value, place and fix. */
import os from 'node:os';
import { InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { type ProviderId, providerIdSchema } from '../generators/providers/catalog.ts';
import { ALL_LAWS } from '../invariants/laws.ts';
import { type Lane, laneSchema } from '../observation/lane.ts';
import { ALL_PATHS, type PathName, pathNameSchema } from '../observation/path-name.ts';
import type { Shard } from '../search/draw/shard.ts';

export const targetOption = () =>
  new Option('--target <spec>', 'version, latest, .tgz or folder').default(DEFAULT_TARGET);

/** @param usual where a command runs its cases unless told otherwise */
export const laneOption = (usual: Lane) =>
  new Option('--lane <lane>', 'embedded (a warm process) or cli (slower: a fresh process each)')
    .choices(laneSchema.options)
    .default(usual);

export const casesOption = (usual: number) =>
  new Option('--cases <n>', 'how many random cases; a quarter more at most for pairs that these do not reach')
    .argParser(positiveInteger)
    .default(usual);

export const workersOption = () =>
  new Option('--workers <n>', 'subjects side by side')
    .argParser(positiveInteger)
    .default(os.availableParallelism());

export const allowGapsOption = () =>
  new Option('--allow-gaps', 'do not fail for declared pairs that no case reached').default(false);

export const lawOption = (description: string) =>
  new Option('--law <id>', description).choices(ALL_LAWS.map(({ id }) => id));

export const jsonOption = () => new Option('--json <file>', 'write the whole result as JSON');
export const htmlOption = () => new Option('--html <file>', 'write one page to read in a browser');
export const junitOption = () => new Option('--junit <file>', 'write the verdict of each law as JUnit XML');

export function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError('Give a whole number of at least 1.');
  return value;
}

/** A whole number, 0 included. */
export function count(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(value) || value < 0)
    throw new InvalidArgumentError('Give a whole number of at least 0.');
  return value;
}

export function integer(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(value))
    throw new InvalidArgumentError('Give a whole number.');
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

/** `2/4`: the second of four parts. */
export function shardOf(text: string): Shard {
  const [index = 0, parts = 0] = /^(\d+)\/(\d+)$/.exec(text)?.slice(1).map(Number) ?? [];
  if (index < 1 || index > parts) throw new InvalidArgumentError('Give the part as i/n, for example 2/4.');
  return { index, count: parts };
}
