/**
 * The shortcuts that a warm process takes for speed alone, in one place: docs/how-it-works.md has the gains. The `cli` lane, which
 * confirms, does none of it.
 */
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { SESSION_READER, SQLITE_READER } from '../versions/names-in-bundle.ts';
import { LIFTS_HOME_LIMIT, LIFTS_STORE_LIMIT, WARM_EDITS } from '../versions/warm-edits.ts';
import { editModules } from './edit-modules.ts';
import { keepChildren } from './kept/keep-children.ts';
import { keepThreads } from './kept/keep-threads.ts';
import { rememberRealPaths } from './remember-real-paths.ts';

export interface Shortcuts {
  /** To be called when a command begins. */
  beginCommand(): void;
  /** Whether the subject's own limit of homes in one process is lifted by now. */
  hasNoHomeLimit(): boolean;
  /** Whether that of databases that are open at a time is. */
  hasNoStoreLimit(): boolean;
}

/**
 * Call before the subject is imported.
 *
 * @param root the folder of the subject's package
 * @param plugins the folder of its plugins, where that is another one
 */
export function takeShortcuts(root: string, plugins: string | undefined): Shortcuts {
  const made = editModules(WARM_EDITS);
  // Modules know themselves by their real paths, and a cache may be reached through a link.
  const real = realpathSync(root);
  const dist = path.join(real, 'dist');
  rememberRealPaths([root, real, plugins ?? root]);
  const reader = path.join(dist, SQLITE_READER.script);
  if (existsSync(reader) && readFileSync(reader, 'utf8').includes(SQLITE_READER.serves))
    keepChildren({ argv: [reader, SQLITE_READER.argument], session: 'session', once: 'sync' });
  return {
    beginCommand: keepThreads([path.join(dist, SESSION_READER)]),
    hasNoHomeLimit: () => made.has(LIFTS_HOME_LIMIT),
    hasNoStoreLimit: () => made.has(LIFTS_STORE_LIMIT),
  };
}
