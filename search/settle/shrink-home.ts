/**
 * Shrinks a home to the fewest files and settings that still show its violation: hierarchical delta debugging. From the
 * largest parts to the smallest, runs of a half, a quarter and so on of a level's parts are taken out, as long as the build says
 * the same of what is left; at the end no single part can be spared.
 *
 * @source Misherghi and Su, "HDD: Hierarchical Delta Debugging" (2006); Zeller and Hildebrandt, "Simplifying and Isolating
 *   Failure-Inducing Input" (2002)
 */
import { textOfCase } from '../../home-case/any-case.ts';
import type { HomeCase } from '../../home-case/home-case.ts';
import { depthOf, type HomePart, partsAt, without } from '../../home-case/parts.ts';
import { simplerHomes } from '../../home-case/simpler.ts';
import type { Shown } from './home-shows.ts';

/** A part of the smallest home, and how the claimed paths end without it. */
export interface NeededPart {
  readonly name: string;
  readonly endsWithout: string;
}

export interface ShrunkHome {
  readonly value: HomeCase;
  readonly tried: number;
  /** Whether no part can be spared; false when time was up first. */
  readonly complete: boolean;
  readonly needed: readonly NeededPart[];
}

interface Budget {
  /** Milliseconds since the epoch after which no further home is run. */
  readonly deadline: number;
  readonly signal?: AbortSignal;
  /** Told of each smaller home. */
  better?(value: HomeCase): void;
}

export async function shrinkHome(
  start: HomeCase,
  look: (value: HomeCase) => Promise<Shown>,
  { deadline, signal, better = () => {} }: Budget,
): Promise<ShrunkHome> {
  const seen = new Map<string, Shown>();
  let value = start;
  let tried = 0;
  const isOver = () => Date.now() > deadline || (signal?.aborted ?? false);
  const shown = async (candidate: HomeCase): Promise<Shown> => {
    const text = textOfCase(candidate);
    const before = seen.get(text);
    if (before) return before;
    tried += 1;
    const now = await look(candidate);
    seen.set(text, now);
    return now;
  };
  const takes = async (candidate: HomeCase): Promise<boolean> => {
    if (textOfCase(candidate) === textOfCase(value) || !(await shown(candidate)).shows) return false;
    value = candidate;
    better(value);
    return true;
  };

  let changed = true;
  while (changed && !isOver()) {
    changed = false;
    for (let depth = 0; depth <= depthOf(value) && !isOver(); depth++)
      changed = (await atDepth(depth)) || changed;
    for (const simpler of simplerHomes(value)) {
      if (isOver()) break;
      changed = (await takes(simpler(value))) || changed;
    }
  }
  const complete = !isOver();
  return { value, tried, complete, needed: complete ? await neededParts() : [] };

  /** @returns whether anything was taken out */
  async function atDepth(depth: number): Promise<boolean> {
    let hasShrunk = false;
    for (let size = partsAt(value, depth).length; size >= 1 && !isOver(); size = Math.floor(size / 2)) {
      for (let from = 0; from < partsAt(value, depth).length && !isOver(); ) {
        const run = partsAt(value, depth).slice(from, from + size);
        const isTaken = await takes(
          without(
            value,
            run.map(({ path }) => path),
          ),
        );
        if (isTaken) hasShrunk = true;
        else from += size;
      }
    }
    return hasShrunk;
  }

  /** Each part was tried, so that what the build said is remembered. */
  async function neededParts(): Promise<NeededPart[]> {
    const parts: HomePart[] = [];
    for (let depth = 0; depth <= depthOf(value); depth++) parts.push(...partsAt(value, depth));
    const needed: NeededPart[] = [];
    const isInner = ({ path }: HomePart) =>
      parts.some((each) => each.path.length > path.length && path.every((key, at) => each.path[at] === key));
    // Of a setting the innermost parts tell, and their names say what they are in.
    for (const { path, name } of parts.filter((part) => !isInner(part))) {
      const now = seen.get(textOfCase(without(value, [path])));
      if (now) needed.push({ name, endsWithout: now.ends });
    }
    return needed;
  }
}
