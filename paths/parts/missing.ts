/** The reasons, common to several paths, why builds cannot be driven on a path. */
import type { Build } from './build.ts';

/** Every build has the command. */
export function nowhere(): null {
  return null;
}

/** The command came with `infer`. */
export function beforeInfer(path: string): (build: Build) => string | null {
  return ({ version, traits }) =>
    traits.hasInferCommands ? null : `openclaw ${version} has no command for ${path}`;
}
