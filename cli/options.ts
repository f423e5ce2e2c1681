/** Options that several commands have, and their values, parsed with errors that give value, place and fix. */
import os from 'node:os';
import { InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { type ProviderId, providerIdSchema } from '../generators/providers/catalog.ts';
import { KNOWN_LAWS } from '../invariants/laws.ts';
import { type Lane, laneSchema } from '../observation/lane.ts';
import { ALL_PATHS, type PathName, pathNameSchema } from '../observation/path-name.ts';
import type { Shard } from '../search/draw/shard.ts';
import { referenceSchema } from '../search/evaluate/reference.ts';
import { RECORDS } from '../search/record/run-record.ts';
import { MOST } from '../search/search-plan.ts';
import { quoted } from '../support/one-line.ts';

export const targetOption = () =>
  new Option('--target <spec>', 'version, latest, .tgz or folder').default(DEFAULT_TARGET);

/** @param usual where a command runs its cases unless told otherwise */
export const laneOption = (usual: Lane) =>
  new Option(
    '--lane <lane>',
    'embedded (a warm process), cli (slower: a fresh process for each path) or gateway (through a running gateway)',
  )
    .choices(laneSchema.options)
    .default(usual);

export const referenceOption = () =>
  new Option(
    '--reference <door>',
    'how chat, with which the other paths are compared, is asked: by its command, through a gateway, or auto (by its command, but through a gateway where its strict preflight refuses the setup)',
  )
    .choices(referenceSchema.options)
    .default('auto' as const);

export const casesOption = (usual: number) =>
  new Option(
    '--cases <n>',
    'number of random cases; up to 25 % more are added for pairs and promises that these do not reach',
  )
    .argParser(caseCount)
    .default(usual);

export const stepsOption = () =>
  new Option('--steps <n>', 'cases with steps beside them (default: one for ten)').argParser(
    wholeNumber(MOST.cases, 0),
  );

export const workersOption = () =>
  new Option('--workers <n>', 'subjects side by side, and one more for cases with steps that start a gateway')
    .argParser(wholeNumber(MOST.workers))
    .default(os.availableParallelism());

export const allowGapsOption = () =>
  new Option(
    '--allow-gaps',
    'do not fail for declared pairs, laws and promises that no case reached, and do not check fields and settings',
  ).default(false);

export const allPathsOption = () =>
  new Option('--all-paths', 'run each case on every path, also where it can tell nothing new').default(false);

export const lawOption = (description: string) =>
  new Option('--law <id>', description).choices(KNOWN_LAWS.map(({ id }) => id));

export const jsonOption = () => new Option('--json <file>', 'write the whole result as JSON');
export const htmlOption = () => new Option('--html <file>', 'write one page to read in a browser');
export const verboseOption = () =>
  new Option('--verbose', 'show the setup of each finding, and figures of the run').default(false);
export const keepOption = () =>
  new Option('--keep <folder>', `keep the record of the run (default: in ${RECORDS}, until the run is done)`);
export const resumeOption = () =>
  new Option('--resume [folder]', 'go on with a run that was stopped (default: the last one)');
export const junitOption = () => new Option('--junit <file>', 'write the verdict of each law as JUnit XML');

/** A whole number of at least 1, as digits alone: `1e3` and `0x10` are slips of the finger. */
export function wholeNumber(most: number, least = 1): (text: string) => number {
  return (text) => {
    const value = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
  };
}

export const caseCount = wholeNumber(MOST.cases);
export const secondCount = wholeNumber(MOST.seconds);
export const seedNumber = wholeNumber(MOST.seed, -MOST.seed - 1);

/** Texts between commas. */
export function textList(text: string): string[] {
  return text.split(',').map((each) => each.trim());
}

export function pathList(text: string): PathName[] {
  return namesIn(text, pathNameSchema.options, 'path', ALL_PATHS.length);
}

export function providerList(text: string): ProviderId[] {
  return namesIn(text, providerIdSchema.options, 'provider', 12);
}

/** Each name once. */
function namesIn<Name extends string>(
  text: string,
  known: readonly Name[],
  kind: string,
  told: number,
): Name[] {
  const names = textList(text).map((name) => {
    const found = known.find((each) => each === name);
    if (found) return found;
    const more = known.length > told ? ` and ${known.length - told} more` : '';
    throw new InvalidArgumentError(
      `${quoted(name)} is no ${kind}. Give some of ${known.slice(0, told).join(',')}${more}.`,
    );
  });
  return [...new Set(names)];
}

/** `2/4`: the second of four parts. */
export function shardOf(text: string): Shard {
  const [index = 0, parts = 0] = /^(\d+)\/(\d+)$/.exec(text)?.slice(1).map(Number) ?? [];
  if (index < 1 || index > parts || parts > MOST.shards)
    throw new InvalidArgumentError('Give the part as i/n, for example 2/4.');
  return { index, count: parts };
}
