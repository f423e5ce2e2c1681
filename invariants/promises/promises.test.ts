import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { subjectCache } from '../../gateway/subject/subject-cache.ts';
import { DEFAULT_TARGET } from '../../gateway/versions/default-target.ts';
import { isWithin } from '../../gateway/versions/version.ts';
import { ALL_LAWS } from '../laws.ts';
import { blocksOf } from './blocks.ts';
import { digestsOf, keptDigests } from './digests.ts';
import { driftOf } from './drift.ts';
import { promisesOfLaw } from './of-laws.ts';
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

describe('the promises of a law', () => {
  it('are promises that name the law as their judge, and each law has one in the newest build', () => {
    for (const { id } of ALL_LAWS) {
      const own = promisesOfLaw(id, DEFAULT_TARGET);
      expect(own, id).not.toEqual([]);
      expect(
        own.filter(({ judged }) => !('by' in judged && judged.by.includes(id))),
        id,
      ).toEqual([]);
    }
  });
});

describe('the passages of the list', () => {
  it('are in the documents of each kept build that is said to make the promise', async () => {
    const kept = Object.entries(await keptDigests());
    const missing = kept.flatMap(([version, digests]) =>
      ALL_PROMISES.filter(({ id, builds }) => isWithin(version, builds) && !digests[id]).map(
        ({ id }) => `${version} ${id}`,
      ),
    );
    expect(kept.length).toBeGreaterThan(1);
    expect(missing).toEqual([]);
  });

  const installed = path.join(subjectCache(), DEFAULT_TARGET, 'node_modules', 'openclaw');
  it.runIf(existsSync(installed))('have the digests that are kept of the installed build', async () => {
    expect(digestsOf(installed)).toEqual((await keptDigests())[DEFAULT_TARGET]);
  });
});

describe('the blocks of a document', () => {
  it('are its items, rows, paragraphs, elements and fenced texts', () => {
    const text =
      '# Top\nfirst\nline\n\n- one\n  more\n- two\n\n| a | b |\n| c | d |\n<Step title="x">\n  inner\n</Step>\n```sh\na\n\nb\n```\n';
    expect(blocksOf(text, 'a.md')).toEqual([
      '# Top',
      'first\nline',
      '- one\n  more',
      '- two',
      '| a | b |',
      '| c | d |',
      '<Step title="x">\n  inner',
      '```sh\na\n\nb\n```',
    ]);
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
