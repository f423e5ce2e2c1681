/** The walls of the house: what may import what, and how long a file may be. Circles of imports are an error of the linter. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from './package-root.ts';

/**
 * The rooms, and what of the others each may import. The rules of a room hold for all below it but for a room with rules of
 * its own.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  support: [],
  generators: ['observation', 'support'],
  // The names of paths derive from the list of paths.
  observation: ['generators', 'paths'],
  'home-case': ['paths', 'generators', 'observation', 'support'],
  mocks: ['generators', 'observation', 'support'],
  paths: ['mocks', 'generators', 'observation', 'support'],
  'gateway/versions': ['gateway/subject', 'paths', 'generators', 'observation', 'support'],
  gateway: ['home-case', 'paths', 'mocks', 'generators', 'observation', 'support'],
  'invariants/laws': ['invariants', 'paths', 'generators', 'observation'],
  invariants: ['home-case', 'gateway/versions', 'paths', 'generators', 'observation', 'support'],
  search: ['home-case', 'gateway', 'invariants', 'paths', 'generators', 'observation', 'support'],
  import: ['home-case', 'search/saved', 'gateway/versions', 'paths', 'generators', 'observation', 'support'],
  reports: ['home-case', 'search', 'gateway', 'invariants', 'paths', 'generators', 'observation', 'support'],
  cli: [
    'home-case',
    'import',
    'reports',
    'search',
    'gateway',
    'invariants',
    'paths',
    'generators',
    'observation',
    'support',
  ],
};

/** Folders of programs that look at the product: they may import all of it, and nothing of it may import them. */
const OUTSIDE = ['bench', 'test-support', 'checks', 'suites'];

const LONGEST = 250;
const MEDIAN = 60;

const files = [...Object.keys(MAY_IMPORT), ...OUTSIDE]
  .filter((room) => !room.includes('/'))
  .flatMap((room) =>
    readdirSync(path.join(PACKAGE_ROOT, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => path.join(room, name)),
  )
  .map((file) => ({ file, text: readFileSync(path.join(PACKAGE_ROOT, file), 'utf8') }));
const product = files.filter(({ file }) => !file.endsWith('.test.ts') && !OUTSIDE.includes(roomOf(file)));

function roomOf(file: string): string {
  const [room = '', inner = ''] = file.split('/');
  return `${room}/${inner}` in MAY_IMPORT ? `${room}/${inner}` : room;
}

/** The files of ours that a file imports, for its types alone or not. */
function importsOf({ file, text }: { readonly file: string; readonly text: string }): string[] {
  return [...text.matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+\.ts)'/g)].map(([, name = '']) =>
    path.join(path.dirname(file), name),
  );
}

describe('the house', () => {
  it.each(Object.entries(MAY_IMPORT))('%s imports itself and of ours at most: %j', (room, others) => {
    const isAllowed = (imported: string) => [room, ...others].some((each) => imported.startsWith(`${each}/`));
    const own = product.filter(({ file }) => roomOf(file) === room);
    expect(own).not.toEqual([]);
    const wrong = own.flatMap((each) =>
      importsOf(each)
        .filter((imported) => !isAllowed(imported))
        .map((imported) => `${each.file} → ${imported}`),
    );
    expect(wrong).toEqual([]);
  });

  it(`has no file of more than ${LONGEST} lines, and a median of ${MEDIAN} at most`, () => {
    const lengths = files.map(({ file, text }) => ({ file, lines: text.split('\n').length - 1 }));
    expect(lengths.filter(({ lines }) => lines > LONGEST)).toEqual([]);
    const sorted = product.map(({ text }) => text.split('\n').length - 1).toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(MEDIAN);
  });

  it('begins its comments with a noun or a verb, and none with a question word that asks nothing', () => {
    const opening = /^[ \t]*(?:\/\*\*\s*(?:\* )?|\/\/ )((?:What|Where|When|How|Who|Whose|Which|Why)\b.*)$/gm;
    const headless = files.flatMap(({ file, text }) =>
      [...text.matchAll(opening)].map(([, comment]) => `${file}: ${comment}`),
    );
    expect(headless).toEqual([]);
  });
});
