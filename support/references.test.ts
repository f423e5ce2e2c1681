/** References in comments, messages and documents: each leads to a file, or a section, that exists. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from './package-root.ts';

const ROOMS = globSync('*/', { cwd: PACKAGE_ROOT, exclude: ['node_modules', 'dist'] });
const TEXTS = globSync(['*.md', `{${ROOMS.join(',')}}/**/*.{ts,md,yml}`], { cwd: PACKAGE_ROOT });

/** Promises name documents of OpenClaw by their place below its `docs/`: whether those are there, their own test asks. */
const OF_PROMISES = /^(invariants\/promises\/|docs\/promises\.md$)/;

interface Reference {
  readonly file: string;
  readonly target: string;
}

/** Every match of `pattern`, whose first group is the target. */
function referencesTo(pattern: RegExp, files = TEXTS): Reference[] {
  return files.flatMap((file) =>
    [...readFileSync(path.join(PACKAGE_ROOT, file), 'utf8').matchAll(pattern)].map(([, target = '']) => ({
      file,
      target,
    })),
  );
}

const dangling = ({ target }: Reference) => !existsSync(path.join(PACKAGE_ROOT, target));

describe('a reference', () => {
  it('to a file of the repository leads to one', () => {
    const rooms = ROOMS.map((room) => room.replace(/\/$/, '')).join('|');
    const found = referencesTo(
      new RegExp(`(?<![\\w@:/.<…-])((?:${rooms})/[\\w/.-]+\\.(?:ts|md|yml))\\b`, 'g'),
      TEXTS.filter((file) => !OF_PROMISES.test(file)),
    );
    expect(found.length).toBeGreaterThan(50);
    expect(found.filter(dangling)).toEqual([]);
  });

  it('of a Markdown link leads to a file', () => {
    const links = referencesTo(
      /\]\((?![a-z]+:|#)([^)#\s]+)[^)]*\)/g,
      TEXTS.filter((file) => file.endsWith('.md')),
    );
    expect(links.length).toBeGreaterThan(5);
    const resolved = links.map(({ file, target }) => ({
      file,
      target: path.join(path.dirname(file), target),
    }));
    expect(resolved.filter(dangling)).toEqual([]);
  });

  it('to a numbered section leads to a heading with that number', () => {
    const found = ['docs/openclaw-auth-contract.md', 'docs/design.md'].flatMap((document) => {
      const headings = readFileSync(path.join(PACKAGE_ROOT, document), 'utf8').match(/^##+ [\d.]+/gm) ?? [];
      const sections = headings.map((heading) => heading.replace(/^#+ |\.$/g, ''));
      const cited = referencesTo(
        new RegExp(`${document.replaceAll('.', '\\.')}(?:\\s|\\*)+(\\d(?:\\.\\d)?)\\b`, 'g'),
      );
      expect(cited).not.toEqual([]);
      return cited.filter(({ target }) => !sections.includes(target));
    });
    expect(found).toEqual([]);
  });

  it('never leads out of the repository to a folder that only its makers have', () => {
    expect(referencesTo(/(?<![\w./-])((?:\.\.\/)?shared\/[\w.-]+)/g)).toEqual([]);
  });

  it('to a document of OpenClaw leads to one of that version, where the build is installed', () => {
    const documents = referencesTo(/openclaw@([\d.-]+:[\w/.-]+\.md)\b/g);
    expect(documents.length).toBeGreaterThan(50);
    const gone = documents.filter(({ target }) => {
      const [version = '', document = ''] = target.split(':');
      const build = path.join(PACKAGE_ROOT, '.subjects', version, 'node_modules/openclaw');
      return existsSync(build) && !existsSync(path.join(build, document));
    });
    expect(gone).toEqual([]);
  });
});
