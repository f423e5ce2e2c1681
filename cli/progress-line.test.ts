import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Phase } from '../search/search-host.ts';
import { progressLine } from './progress-line.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function lines(seconds: number | null, ...states: [phase: Phase, done: number, after: number][]): string[] {
  const written: string[] = [];
  const stream = { isTTY: true, write: (text: string) => written.push(text.trim()) > 0 };
  const tell = progressLine(stream as never, seconds);
  for (const [phase, done, after] of states) {
    vi.advanceTimersByTime(after * 1000);
    tell({ phase, done, total: 10, findings: 2 });
  }
  return written;
}

it('tells the time left by the rate of the phase, in every phase', () => {
  const written = lines(
    null,
    ['searching', 1, 10],
    ['searching', 10, 90],
    ['confirming', 1, 5],
    ['confirming', 2, 60],
  );
  expect(written[0]).toMatch(/searching: 1 of 10 · 2 distinct violations · 90 s left/);
  expect(written[1]).not.toContain('left');
  expect(written[3]).toMatch(/confirming: 2 of 10 .* · 8 min left/);
});

it('tells no more time than the run has: as long again after the search', () => {
  const written = lines(30, ['searching', 1, 10], ['confirming', 1, 20], ['confirming', 2, 10]);
  expect(written[0]).toContain('20 s left');
  expect(written[2]).toContain('20 s left');
});

it('names a phase when it begins, with no time left that nothing was measured of', () => {
  const written = lines(
    null,
    ['searching', 0, 0],
    ['searching', 1, 10],
    ['repairing', 0, 3],
    ['repairing', 1, 5],
  );
  expect(written[0]).toMatch(/searching: 0 of 10 · 2 distinct violations$/);
  expect(written[1]).toContain('90 s left');
  expect(written[2]).toMatch(/repairing: 0 of 10 · 2 distinct violations$/);
  expect(written[3]).toContain('45 s left');
});
