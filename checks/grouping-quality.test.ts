import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupingQuality } from './grouping-quality.ts';

const items = fc.array(
  fc.record({ group: fc.constantFrom('1', '2', '3'), label: fc.constantFrom('a', 'b', 'c') }),
  { minLength: 1 },
);

it('one group for each item is pure, and one group for all is inversely pure', () => {
  fc.assert(
    fc.property(items, (some) => {
      const alone = some.map((item, index) => ({ ...item, group: String(index) }));
      const together = some.map((item) => ({ ...item, group: 'all' }));
      expect(groupingQuality(alone).purity).toBe(1);
      expect(groupingQuality(together).inversePurity).toBe(1);
    }),
  );
});

it('a grouping that is swapped with its labels has its measures swapped', () => {
  fc.assert(
    fc.property(items, (some) => {
      const swapped = some.map(({ group, label }) => ({ group: label, label: group }));
      const { purity, inversePurity } = groupingQuality(some);
      expect(groupingQuality(swapped)).toEqual({ purity: inversePurity, inversePurity: purity });
    }),
  );
});

it('counts what lies with most of its kind', () => {
  const some = ['1a', '1a', '1b', '2b'].map(([group = '', label = '']) => ({ group, label }));
  expect(groupingQuality(some)).toEqual({ purity: 0.75, inversePurity: 0.75 });
});
