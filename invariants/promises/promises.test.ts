import { describe, expect, it } from 'vitest';
import { ALL_LAWS } from '../laws.ts';
import { driftOf } from './drift.ts';
import { sectionOf } from './passage.ts';
import { ALL_PROMISES } from './promises.ts';

describe('the list of promises', () => {
  it('names each promise once', () => {
    const ids = ALL_PROMISES.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('names laws that exist', () => {
    const named = ALL_PROMISES.flatMap(({ judged }) => ('by' in judged ? judged.by : []));
    expect(named.filter((id) => !ALL_LAWS.some((law) => law.id === id))).toEqual([]);
  });
});

describe('the passage of a promise', () => {
  const document =
    '# Top\nintro\n## One\ntext\n```sh\n# no heading\n```\n### Deeper `code`\nmore\n## Two\nend\n';

  it('goes from its heading to the next of the same level', () => {
    expect(sectionOf(document, 'one')).toBe(
      '## One\ntext\n```sh\n# no heading\n```\n### Deeper `code`\nmore',
    );
  });

  it('is found where the heading has markup, and is null where there is no such heading', () => {
    expect(sectionOf(document, 'Deeper code')).toBe('### Deeper `code`\nmore');
    expect(sectionOf(document, 'no heading')).toBeNull();
  });
});

describe('the drift between two builds', () => {
  it('tells changed, gone and new passages apart, and leaves equal ones out', () => {
    const [a, b, c, d] = ALL_PROMISES;
    const before = { [a!.id]: '1', [b!.id]: '1', [c!.id]: null, [d!.id]: '1' };
    const after = { [a!.id]: '2', [b!.id]: null, [c!.id]: '1', [d!.id]: '1' };
    expect(driftOf([a!, b!, c!, d!], before, after).map(({ drift }) => drift)).toEqual([
      'changed',
      'gone',
      'new',
    ]);
  });
});
