/** Installs, beside a build in the cache, the dependencies of its plugins that did not come with it. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { npmInstall } from './npm.ts';
import { partialOf, putInPlace } from './partial-install.ts';
import { installedPluginDependencies, missingPluginDependencies, PLUGIN_MODULES } from './plugin-staging.ts';
import type { Subject } from './subject.ts';

/**
 * Does nothing where they are there. A build that was installed by a suite that drove fewer plugins is completed.
 *
 * @throws what npm ends with; the build is then as it was
 */
export async function installPluginDependencies(
  subject: Subject,
  progress: (line: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  const missing = missingPluginDependencies(subject);
  const isWhole = () => {
    const present = installedPluginDependencies(subject);
    return Object.entries(missing).every(([name, range]) => present[name] === range);
  };
  if (isWhole()) return;
  progress(`Installing what the plugins need: ${Object.keys(missing).join(', ')}`);
  const folder = path.join(subject.root, '..', '..', PLUGIN_MODULES);
  const partial = partialOf(folder);
  try {
    await rm(partial, { recursive: true, force: true });
    await mkdir(partial);
    const manifest = { private: true, dependencies: missing };
    await writeFile(path.join(partial, 'package.json'), JSON.stringify(manifest));
    await npmInstall(partial, signal);
    // Another process may have been faster.
    if (isWhole()) return;
    await rm(folder, { recursive: true, force: true });
    await putInPlace(partial, folder);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}
