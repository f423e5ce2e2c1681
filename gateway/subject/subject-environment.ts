/** The variables that a subject needs to run without a network of its own, the same for all its cases. */
import path from 'node:path';
import { runFolder } from '../run-folder.ts';
import { mirrorRoot, needsMirror, writeMirror } from './plugin-mirror.ts';
import { mirrorEnvironment } from './plugin-settings.ts';
import { stagePluginDependencies } from './plugin-staging.ts';
import type { Subject } from './subject.ts';
import { subjectCache } from './subject-cache.ts';

/** @param folder where the mirror and the stage of plugins are made, where the build needs them */
export function subjectEnvironment(subject: Subject, folder: string): Record<string, string> {
  const mirrored = needsMirror(subject);
  if (mirrored) writeMirror(subject, folder);
  const packageRoots = [subject.root, ...(mirrored ? [mirrorRoot(folder)] : [])];
  return {
    // Without it a subject puts the system's folders on its PATH and finds npm and git there.
    OPENCLAW_PATH_BOOTSTRAPPED: '1',
    OPENCLAW_NO_RESPAWN: '1',
    // SQLite looks once in a process where its temporary files go. A warm process would have it look in the TMPDIR of its
    // first case, which is gone in the second, and then write to /var/tmp.
    SQLITE_TMPDIR: folder,
    NODE_COMPILE_CACHE: compileCacheOf(subject),
    ...stagePluginDependencies(subject, packageRoots, folder),
    ...mirrorEnvironment(subject, folder),
  };
}

/**
 * The folder of compiled code that a subject caches. Filling it takes minutes, and it is the same for every case. It
 * is kept beside an installed subject; a folder target is not ours to write to, so its cache lasts as long as the
 * run.
 */
export function compileCacheOf({ version, root }: Subject): string {
  const installed = path.resolve(root, '..', '..');
  const isOurs = path.dirname(installed) === subjectCache();
  return path.join(isOurs ? installed : runFolder().folder, `compiled-${version}`);
}
