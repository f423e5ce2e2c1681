import { afterEach, expect, it, vi } from 'vitest';
import { checkRoom } from './check-room.ts';

const disk = vi.hoisted(() => ({ bavail: 0, bsize: 4096 }));
vi.mock('node:fs', async (original) => ({ ...(await original<object>()), statfsSync: () => disk }));
afterEach(() => {
  disk.bavail = 0;
});

it('a full disk is named, with its place and what to do', () => {
  expect(checkRoom).toThrow(/^No home can be written in \/\S+: the disk is full\. Make room there\.$/);
});

it('a disk with room is no reason', () => {
  disk.bavail = 1000;
  expect(checkRoom).not.toThrow();
});
