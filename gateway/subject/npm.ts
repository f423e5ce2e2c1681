/** npm as installs use it: nothing of a package is run, and an install that hangs ends. */
import { execa } from 'execa';
import { BadInput } from '../../support/bad-input.ts';
import { reasonOfCode } from '../../support/file-error.ts';

/** An install takes a minute; one that hangs must end. */
const NPM_MS = 15 * 60_000;

/** npm on Node 24: the pinned `node` package is first on the path of pnpm's scripts. */
export async function npm(parameters: readonly string[], folder: string, signal?: AbortSignal) {
  return execa('npm', [...parameters, '--loglevel=error'], {
    cwd: folder,
    stdin: 'ignore',
    timeout: NPM_MS,
    ...(signal ? { cancelSignal: signal } : {}),
  });
}

/** Installs the dependencies of the package.json in a folder. */
export async function npmInstall(
  folder: string,
  signal?: AbortSignal,
  more: readonly string[] = [],
): Promise<void> {
  await npm(
    ['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', ...more],
    folder,
    signal,
  );
}

/** npm's cause: what the file system said where it is that, else the line of the output that names it. */
export function reasonOfNpm(error: unknown): string {
  if (error instanceof BadInput) return error.message;
  const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  const [, code = ''] = /npm error code (\w+)/.exec(stderr) ?? [];
  const ofDisk = reasonOfCode(code);
  if (ofDisk) return `npm ends with ${code}, ${ofDisk}`;
  const lines = stderr.split('\n');
  const cause = lines.find((line) => /npm error (?!code |syscall |errno |path |command )/.test(line));
  return (cause ?? lines[0]!).replace(/\.+$/, '');
}
