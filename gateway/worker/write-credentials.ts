import type { Home } from '../home/home.ts';
import type { WorkerProcess } from './worker-process.ts';

/**
 * Writes what of a home only the subject itself can write: its profile stores, and its store of secrets.
 *
 * @throws Error when it cannot be written: without it a case is another case, and that is our failure
 */
export async function writeCredentials(
  worker: WorkerProcess,
  { work: folder, pendingStores, pendingSecrets: secrets }: Home,
  environment: Readonly<Record<string, string>>,
  timeoutMs: number,
): Promise<void> {
  const { shared, agent, agentFolder } = pendingStores;
  if (!shared && !agent && Object.keys(secrets).length === 0) return;
  const stored = await worker.send(
    { kind: 'store', environment: { ...environment }, folder, shared, agent, agentFolder, secrets },
    timeoutMs,
  );
  if (stored.kind !== 'reply')
    throw new Error(`The auth store could not be written (${stored.kind}): ${stored.tail}`);
  if (stored.reply.thrown) throw new Error(`The auth store could not be written: ${stored.reply.thrown}`);
}
