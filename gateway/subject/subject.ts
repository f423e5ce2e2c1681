/** A subject: one installed OpenClaw build, as it lies on disk. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { BadInput } from '../../support/bad-input.ts';
import { firstIssue } from '../../support/first-issue.ts';
import { parseJson } from '../../support/read-json.ts';
import { readText } from '../../support/read-text.ts';
import { filesOfPackage, packageSchema } from './package-manifest.ts';

export interface Subject {
  /** The version in the build's own package.json. */
  readonly version: string;
  /** The folder of the package `openclaw`. */
  readonly root: string;
  /** Absolute path of the package's main export, which runs the real command line. */
  readonly main: string;
  /** Whether the main export can run the command line again and again in one process. */
  readonly runsWarm: boolean;
  /** Absolute path of the `openclaw` command. */
  readonly command: string;
}

/**
 * Reads the subject in a package folder.
 *
 * @throws BadInput when the folder holds no OpenClaw build.
 */
export function readSubject(root: string): Subject {
  const parsed = packageSchema.safeParse(manifestIn(root));
  if (!parsed.success) {
    throw new BadInput(
      `${path.join(root, 'package.json')} is not that of an OpenClaw build: ${firstIssue(parsed.error)}. Give another build.`,
    );
  }
  const { version } = parsed.data;
  const files = filesOfPackage(parsed.data);
  const [main, command] = [path.join(root, files.main), path.join(root, files.command)];
  const isWhole = isFile(main) && isFile(command);
  if (!isWhole)
    throw new BadInput(
      `${root} lacks ${isFile(main) ? 'the command' : 'the main export'} that its package.json names. Build the checkout first (pnpm build).`,
    );
  return {
    version,
    root,
    main,
    runsWarm: readText(main).includes('runLegacyCliEntry'),
    command,
  };
}

function manifestIn(root: string): unknown {
  const file = path.join(root, 'package.json');
  if (!existsSync(file))
    throw new BadInput(`${root} has no package.json. Give the folder of an OpenClaw package or checkout.`);
  return parseJson(readText(file), file);
}

function isFile(file: string): boolean {
  return existsSync(file) && statSync(file).isFile();
}
