/**
 * Installs subjects into one cache folder and finds them there.
 *
 * An install happens in a folder of its own and is moved into place when it is whole, so that an interrupted
 * one leaves nothing that looks installed. Install scripts are off: a subject's files are enough to run it.
 */
import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { BadInput } from '../../support/bad-input.ts';
import { fileProblem } from '../../support/file-error.ts';
import { INSTALL_OVERRIDES } from './install-overrides.ts';
import { npm, npmInstall, reasonOfNpm } from './npm.ts';
import { isInterrupted, isPartial, partialOf, putInPlace } from './partial-install.ts';
import { installPluginDependencies } from './plugin-install.ts';
import { linkPluginDependencies } from './plugin-staging.ts';
import { installProviderPlugins } from './provider-plugins.ts';
import { readSubject, type Subject } from './subject.ts';
import { subjectCache } from './subject-cache.ts';
import { checkTarball } from './tarball.ts';
import { parseTarget, type Target } from './target.ts';

/** Receives the progress of an install, one line at a time. */
export type Progress = (line: string) => void;

/**
 * The subject that a SPEC names, installed if it is not yet.
 *
 * @param signal ends an install, which then throws its reason and leaves nothing
 * @throws BadInput when the SPEC names nothing, or npm cannot install it.
 */
export async function installSubject(
  spec: string,
  progress: Progress,
  signal?: AbortSignal,
): Promise<Subject> {
  const target = parseTarget(spec);
  // A folder of the user's own is run as it is, with the plugins that the cache has.
  if (target.kind === 'folder') return readSubject(target.folder);
  // They come while the build does, if the version is known.
  const early =
    target.kind === 'version' ? installProviderPlugins(target.version, progress, signal) : Promise.resolve();
  const [installed] = await Promise.allSettled([inCache(spec, target, progress, signal), early]);
  if (installed.status === 'rejected') throw installed.reason;
  signal?.throwIfAborted();
  const subject = installed.value;
  if (target.kind !== 'version') await installProviderPlugins(subject.version, progress, signal);
  return subject;
}

async function inCache(
  spec: string,
  target: Exclude<Target, { kind: 'folder' }>,
  progress: Progress,
  signal?: AbortSignal,
): Promise<Subject> {
  const { name, dependency } = await resolve(target, signal);
  const folder = path.join(subjectCache(), name);
  if (!existsSync(folder)) await install(folder, dependency, progress, signal);
  const subject = buildIn(folder);
  if (subject instanceof BadInput)
    throw new BadInput(
      `${name} in the cache is broken: remove it (targets remove ${spec}). ${subject.message}`,
    );
  await installPluginDependencies(subject, progress, signal).catch((error) => {
    signal?.throwIfAborted();
    throw new BadInput(
      `What the plugins of openclaw ${name} need could not be installed: ${reasonOfNpm(error)}. Check the network.`,
    );
  });
  linkPluginDependencies(subject);
  return subject;
}

/** The subjects in the cache, by name; in place of one that is broken, why it is. */
export async function listSubjects(): Promise<{ name: string; build: Subject | BadInput }[]> {
  const names = await namesInCache();
  return names
    .filter((name) => existsSync(path.join(subjectCache(), name, 'node_modules')))
    .filter((name) => !isPartial(name))
    .sort()
    .map((name) => ({ name, build: buildIn(path.join(subjectCache(), name)) }));
}

/**
 * Removes an installed subject.
 *
 * @throws BadInput when it is not installed.
 */
export async function removeSubject(spec: string): Promise<void> {
  const target = parseTarget(spec);
  if (target.kind === 'folder') {
    throw new BadInput(`${spec} is a folder of yours, not an installed subject: nothing was removed.`);
  }
  const { name } = await resolve(target);
  const folder = path.join(subjectCache(), name);
  if (!existsSync(folder)) {
    throw new BadInput(`${spec} is not installed in ${subjectCache()}. "targets list" shows what is.`);
  }
  await rm(folder, { recursive: true });
}

async function resolve(
  target: Exclude<Target, { kind: 'folder' }>,
  signal?: AbortSignal,
): Promise<{ name: string; dependency: string }> {
  switch (target.kind) {
    case 'version':
      return { name: target.version, dependency: target.version };
    case 'latest': {
      const { stdout } = await npm(['view', 'openclaw@latest', 'version'], process.cwd(), signal).catch(
        (error) => {
          signal?.throwIfAborted();
          throw new BadInput(
            `npm does not say which version is the latest: ${reasonOfNpm(error)}. Check the network.`,
          );
        },
      );
      return { name: stdout.trim(), dependency: stdout.trim() };
    }
    case 'tarball': {
      await checkTarball(target.file);
      const digest = hash('sha256', await readFile(target.file)).slice(0, 12);
      return { name: `tarball-${digest}`, dependency: `file:${target.file}` };
    }
  }
}

/**
 * Removes what interrupted installs left behind, where the process that installed is gone.
 *
 * @returns the names of the folders
 */
export async function removeInterrupted(): Promise<string[]> {
  const names = await namesInCache();
  // Inside a build that is whole, the install of what its plugins need may have been interrupted.
  const inside = await Promise.all(
    names.map(async (name) => {
      const own = await readdir(path.join(subjectCache(), name)).catch(() => []);
      return own.map((each) => path.join(name, each));
    }),
  );
  const dead = [...names, ...inside.flat()].filter((name) => isInterrupted(path.basename(name)));
  await Promise.all(
    dead.map((name) => rm(path.join(subjectCache(), name), { recursive: true, force: true })),
  );
  return dead;
}

async function install(
  folder: string,
  dependency: string,
  progress: Progress,
  signal?: AbortSignal,
): Promise<void> {
  const started = Date.now();
  await removeInterrupted();
  const partial = partialOf(folder);
  const manifest = { private: true, dependencies: { openclaw: dependency }, overrides: INSTALL_OVERRIDES };
  const made = await mkdir(subjectCache(), { recursive: true }).catch((error) => {
    throw notOurs(error);
  });
  progress(`Installing openclaw ${dependency} (16 to 45 s, 350 to 650 MB) into ${folder}`);
  try {
    await rm(partial, { recursive: true, force: true });
    await mkdir(partial);
    await writeFile(path.join(partial, 'package.json'), JSON.stringify(manifest));
    await npmInstall(partial, signal);
    const subject = readSubject(path.join(partial, 'node_modules', 'openclaw'));
    await installPluginDependencies(subject, progress, signal);
    await putInPlace(partial, folder);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    if (made) await removeEmpty(subjectCache(), made);
    signal?.throwIfAborted();
    if (fileProblem(error)) throw notOurs(error);
    throw new BadInput(
      `openclaw ${dependency} could not be installed: ${reasonOfNpm(error)}. Check the version, the network and the disk.`,
    );
  }
  progress(`Installed openclaw ${dependency} in ${Math.round((Date.now() - started) / 1000)} s`);
}

/** A cache that was made for nothing goes, too, unless another process has installed something there. */
async function removeEmpty(folder: string, upTo: string): Promise<void> {
  const isRemoved = await rmdir(folder).then(
    () => true,
    () => false,
  );
  if (isRemoved && folder !== upTo) await removeEmpty(path.dirname(folder), upTo);
}

async function namesInCache(): Promise<string[]> {
  try {
    return existsSync(subjectCache()) ? await readdir(subjectCache()) : [];
  } catch (error) {
    throw notOurs(error);
  }
}

function buildIn(folder: string): Subject | BadInput {
  try {
    return readSubject(path.join(folder, 'node_modules', 'openclaw'));
  } catch (error) {
    if (error instanceof BadInput) return error;
    throw error;
  }
}

function notOurs(error: unknown): unknown {
  const reason = fileProblem(error);
  return reason
    ? new BadInput(
        `The cache ${subjectCache()} cannot be used: ${reason}. Set OPENCLAW_CONFORMANCE_CACHE to another folder.`,
      )
    : error;
}
