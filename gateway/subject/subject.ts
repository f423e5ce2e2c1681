/** A subject: one installed OpenClaw build, as it lies on disk. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { BadInput } from '../../support/bad-input.ts';
import { firstIssue } from '../../support/read-json.ts';
import { isVersion } from '../versions/version.ts';

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

const packageSchema = z.object({
  name: z.literal('openclaw'),
  version: z.string().refine(isVersion),
  bin: z.union([z.string(), z.object({ openclaw: z.string() })]),
  exports: z.object({ '.': z.union([z.string(), z.object({ default: z.string() })]) }),
});

/**
 * Reads the subject in a package folder.
 *
 * @throws BadInput when the folder holds no OpenClaw build.
 */
export function readSubject(root: string): Subject {
  const parsed = packageSchema.safeParse(manifestIn(root));
  if (!parsed.success) {
    throw new BadInput(
      `${path.join(root, 'package.json')} is not that of an OpenClaw build: ${firstIssue(parsed.error)}`,
    );
  }
  const { version, bin, exports } = parsed.data;
  const entry = exports['.'];
  const main = path.join(root, typeof entry === 'string' ? entry : entry.default);
  const command = path.join(root, typeof bin === 'string' ? bin : bin.openclaw);
  const missing = [main, command].find((file) => !existsSync(file));
  if (missing) throw new BadInput(`${missing} does not exist. Build the checkout first (pnpm build).`);
  return {
    version,
    root,
    main,
    runsWarm: readFileSync(main, 'utf8').includes('runLegacyCliEntry'),
    command,
  };
}

function manifestIn(root: string): unknown {
  const file = path.join(root, 'package.json');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new BadInput(`${root} has no package.json. Give the folder of an OpenClaw package or checkout.`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadInput(`${file} is not JSON: ${(error as Error).message}`);
  }
}
