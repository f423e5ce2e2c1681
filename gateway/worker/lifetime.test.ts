import { describe, expect, it } from 'vitest';
import { createLifetime } from './lifetime.ts';

/** The number of requests that a worker serves when each home makes two. */
function served(folderOf: (home: number) => string, hasNoLimit: boolean): number {
  const lifetime = createLifetime(() => hasNoLimit);
  let requests = 0;
  while (!lifetime.isOver()) lifetime.enter(folderOf(Math.floor(requests++ / 2)));
  return requests;
}

describe('the life of a worker', () => {
  it('ends before the subject refuses a home, counted by homes and not by requests', () => {
    const homes = Math.ceil(served((home) => `home-${home}`, false) / 2);
    expect(homes).toBeGreaterThan(200);
    expect(homes).toBeLessThan(256);
  });

  it('is longer where the limit of the subject is lifted', () => {
    expect(served((home) => `home-${home}`, true)).toBeGreaterThan(2 * 256);
  });

  it('ends also where every home has the same folder', () => {
    expect(served(() => 'home', false)).toBe(800);
  });
});
