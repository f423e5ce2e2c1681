import { describe, expect, it } from 'vitest';
import type { Home } from '../home/home.ts';
import type { WorkerEnd, WorkerProcess } from './worker-process.ts';
import { writeCredentials } from './write-credentials.ts';

const HOME = {
  work: '/home',
  pendingStores: [{ store: {}, agentFolder: '/home/agent' }],
  pendingSecrets: {},
  lateFiles: {},
} as unknown as Home;
const crashed: WorkerEnd = { kind: 'crashed', tail: 'Killed' };

/** Writes with a process that ends in these ways, one after the other; how often it was asked. */
async function write(ends: WorkerEnd[]): Promise<number> {
  let asked = 0;
  const send = async () => ends[asked++]!;
  const worker = { send, closing: new AbortController().signal } as unknown as WorkerProcess;
  await writeCredentials(worker, HOME, {}, 1000);
  return asked;
}

describe('the store of a home', () => {
  it('is written by the next process where one was killed, and by no third', async () => {
    const written = { kind: 'reply', reply: { thrown: null } } as unknown as WorkerEnd;
    expect(await write([written])).toBe(1);
    expect(await write([crashed, written])).toBe(2);
    await expect(write([crashed, crashed, written])).rejects.toThrow(
      'could not be written (crashed): Killed',
    );
  });
});
