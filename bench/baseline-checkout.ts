/** Another state of this repository in a temporary folder, with its packages. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { BadInput } from '../support/bad-input.ts';
import { PACKAGE_ROOT } from '../support/package-root.ts';

export interface Checkout {
  readonly root: string;
  remove(): Promise<void>;
}

/** @throws BadInput for a ref that git does not know, or whose packages cannot be installed */
export async function checkOut(ref: string): Promise<Checkout> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bench-ref-'));
  const root = path.join(folder, 'suite');
  const remove = async () => {
    await execa('git', ['worktree', 'remove', '--force', root], { cwd: PACKAGE_ROOT, reject: false });
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await execa('git', ['worktree', 'add', '--detach', root, ref], { cwd: PACKAGE_ROOT });
    await execa('npx', ['-y', 'pnpm@12.21.0', 'install', '--frozen-lockfile', '--prefer-offline'], {
      cwd: root,
    });
  } catch (error) {
    await remove();
    throw new BadInput(
      `--against ${ref} cannot be checked out: ${(error as Error).message.split('\n').slice(0, 2).join(' ')}. Give a commit or tag.`,
    );
  }
  return { root, remove };
}
