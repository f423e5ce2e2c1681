import { writeFile } from 'node:fs/promises';
import { checkRoom } from '../check-room.ts';
import type { Home } from '../home/home.ts';
import type { WorkerProcess } from './worker-process.ts';

/**
 * Writes what of a home only the subject itself can write: its profile stores, and its store of secrets.
 *
 * @throws BadInput when the disk is full; Error when it cannot be written else: without it a case is another case, and that
 * is our failure
 */
export async function writeCredentials(
  worker: WorkerProcess,
  { work: folder, pendingStores, pendingSecrets: secrets, lateFiles }: Home,
  environment: Readonly<Record<string, string>>,
  timeoutMs: number,
): Promise<void> {
  const write = async (store: object | null, agentFolder: string | null, values: typeof secrets) => {
    const request = { kind: 'store', store, agentFolder, secrets: values, folder } as const;
    const send = () => worker.send({ ...request, environment: { ...environment } }, timeoutMs);
    const first = await send();
    // A process that was killed from outside is replaced: a run of hours does not end by it.
    const isGone = first.kind === 'crashed' || first.kind === 'interrupted';
    const stored = isGone && !worker.closing.aborted ? await send() : first;
    const isWritten = stored.kind === 'reply' && !stored.reply.thrown;
    if (!isWritten) checkRoom();
    if (stored.kind !== 'reply')
      throw new Error(`The auth store could not be written (${stored.kind}): ${stored.tail}`);
    if (stored.reply.thrown) throw new Error(`The auth store could not be written: ${stored.reply.thrown}`);
  };
  const [first = { store: null, agentFolder: null }, ...others] = pendingStores;
  if (first.store || Object.keys(secrets).length > 0) await write(first.store, first.agentFolder, secrets);
  for (const { store, agentFolder } of others) await write(store, agentFolder, {});
  for (const [file, text] of Object.entries(lateFiles)) await writeFile(file, text, { mode: 0o600 });
}
