/**
 * Homes that take long to make, as one does on which a doctor ran: each is made once, and the other paths of its case begin with copies
 * of it, at the same place. A build may keep the path of a home in its database.
 */
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gatewayOf } from '../paths/gateway-order.ts';
import { type AnyPath, PATHS } from '../paths/paths.ts';
import type { Staged } from './cases/runnable.ts';
import type { Home } from './home/home.ts';

/** A home, with the secrets that it was made with. */
export interface Made {
  readonly home: Home;
  readonly staged: Staged;
}

export interface MadeHomes {
  /** The home as it was made first: now, or a copy of it. @param name of what is made: equal names, equal homes */
  take(name: string, make: () => Promise<Made>, beforeCopy: () => Promise<void>): Promise<Made>;
  /** Forgets all, so that the next one is made anew. */
  clear(): Promise<void>;
}

/** A case and its variants, in one lane or two. */
const MOST = 3;

/** @param folder for the copies */
export function createMadeHomes(folder: string): MadeHomes {
  let kept: readonly (Made & { readonly name: string; readonly copy: string })[] = [];
  let count = 0;
  const drop = (copy: string) => rm(copy, { recursive: true, force: true, maxRetries: 3 });
  return {
    async take(name, make, beforeCopy) {
      const found = kept.find((each) => each.name === name);
      if (found) {
        await beforeCopy();
        await drop(found.home.folder);
        await copyWhole(found.copy, found.home.folder);
        return found;
      }
      const made = await make();
      const copy = join(folder, `made-${++count}`);
      await copyWhole(made.home.folder, copy);
      const all = [{ ...made, name, copy }, ...kept];
      for (const old of all.slice(MOST)) await drop(old.copy);
      kept = all.slice(0, MOST);
      return made;
    },
    async clear() {
      for (const { copy } of kept) await drop(copy);
      kept = [];
    },
  };
}

/** A build may note when a file was changed. */
function copyWhole(from: string, to: string): Promise<void> {
  return cp(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
}

/** The paths of commands that such a home serves beside the given one: those that share a gateway where there is one. */
export function pathsSharing(path: AnyPath): readonly AnyPath[] {
  return PATHS.filter((each) => each.onlyLane !== 'gateway' && gatewayOf(each) === gatewayOf(path));
}
