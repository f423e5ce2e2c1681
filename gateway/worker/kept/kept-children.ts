/** Children of one kind that outlive whoever took them. */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Lease, setVariables } from './lease.ts';
import { LeasedChild } from './leased-child.ts';

/** TypeScript in a checkout, JavaScript in the package. */
const SERVER = fileURLToPath(new URL(`./child-server${path.extname(import.meta.url)}`, import.meta.url));

export type TakeChild = (where: Pick<Lease, 'environment' | 'folder'>) => LeasedChild;

/** @param helper the helper's script and the arguments that make it serve requests until it is told to close */
export function keptChildren(helper: readonly string[]): TakeChild {
  // Taken before it is replaced by a kept one.
  const start = spawn;
  const base = setVariables(process.env);
  const folder = process.cwd();
  const idle = new Set<ChildProcess>();
  let leases = 0;
  return (where) => {
    const [known] = idle;
    const child =
      known ??
      start(process.execPath, [SERVER, ...helper], {
        env: base,
        cwd: folder,
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      });
    if (!known) child.once('exit', () => idle.delete(child));
    idle.delete(child);
    return new LeasedChild(child, { ...where, lease: ++leases }, () => idle.add(child));
  };
}
