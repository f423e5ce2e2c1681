import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainCase } from '../generators/plain-case.ts';
import { pathOf } from '../paths/paths.ts';
import { drawnCase } from './cases/drawn-case.ts';
import type { Home } from './home/home.ts';
import { createMadeHomes, type Made, pathsSharing } from './made-homes.ts';

function maker() {
  const root = mkdtempSync(path.join(os.tmpdir(), 'made-homes-'));
  const homes = createMadeHomes(root);
  const done: string[] = [];
  const take = (name: string) => {
    const folder = path.join(root, `home-${name}`);
    const make = async (): Promise<Made> => {
      done.push(`make ${name}`);
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, 'state'), 'as the doctor left it');
      return { home: { folder } as Home, staged: {} as Made['staged'] };
    };
    return homes.take(name, make, async () => {
      done.push(`before a copy of ${name}`);
    });
  };
  return { homes, done, take };
}

describe('a home that is made once', () => {
  it('is at its place again as it was made, whatever a path left in it', async () => {
    const { take, done } = maker();
    const { home } = await take('a');
    writeFileSync(path.join(home.folder, 'state'), 'as a path left it');
    writeFileSync(path.join(home.folder, 'more'), '');
    const again = await take('a');
    expect(again.home.folder).toBe(home.folder);
    expect(readFileSync(path.join(home.folder, 'state'), 'utf8')).toBe('as the doctor left it');
    expect(existsSync(path.join(home.folder, 'more'))).toBe(false);
    expect(done).toEqual(['make a', 'before a copy of a']);
  });

  it('is made anew where others came since, or all were cleared', async () => {
    const { homes, take, done } = maker();
    for (const name of ['a', 'b', 'c', 'd', 'a']) await take(name);
    await homes.clear();
    await take('a');
    expect(done.filter((each) => each === 'make a')).toHaveLength(3);
  });
});

it('a home on which a doctor ran serves all paths of commands that need no other gateway', () => {
  const names = pathsSharing(pathOf('chat')).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['chat', 'image', 'audio', 'probe']));
  expect(names).not.toContain('socket-chat');
  const isMadeOnce = (commandBefore: 'doctor' | 'model-set') =>
    drawnCase(plainCase({ id: 'google' }, { commandBefore })).isMadeOnce;
  expect([isMadeOnce('doctor'), isMadeOnce('model-set')]).toEqual([true, false]);
});
