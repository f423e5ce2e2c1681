/** Finds the passage of a document that a promise stands in, and takes its digest. */
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { blocksOf } from './blocks.ts';
import type { Passage } from './documented-promise.ts';

const HEADING = /^(#{1,6})\s+(.*?)\s*#*\s*$/;
const FENCE = /^\s*(```|~~~)/;

interface Heading {
  readonly line: number;
  readonly level: number;
  readonly title: string;
}

/** The headings of a document; `#` inside a fenced block is no heading. */
function headingsOf(lines: readonly string[]): Heading[] {
  let fenced = false;
  return lines.flatMap((text, line) => {
    if (FENCE.test(text)) fenced = !fenced;
    const [, marks, title] = (!fenced && HEADING.exec(text)) || [];
    return marks && title ? [{ line, level: marks.length, title: withoutMarkup(title) }] : [];
  });
}

function withoutMarkup(title: string): string {
  return title.replaceAll(/[`*_]/g, '');
}

/** Builds differ in the capitals of one heading. */
function isSame(title: string, heading: string): boolean {
  return title.toLowerCase() === withoutMarkup(heading).toLowerCase();
}

/**
 * The text of a section: from its heading to the next of the same or a higher level.
 *
 * @param heading null: the whole document
 * @returns null where the document has no such heading
 */
export function sectionOf(markdown: string, heading: string | null): string | null {
  if (heading === null) return markdown;
  const lines = markdown.split(/\r?\n/);
  const headings = headingsOf(lines);
  const start = headings.find(({ title }) => isSame(title, heading));
  if (!start) return null;
  const end = headings.find(({ line, level }) => line > start.line && level <= start.level);
  return lines.slice(start.line, end?.line).join('\n');
}

/**
 * The text of the first passage that a build's documents have: the first block of its section with all of the words.
 * A block that moved to another section of the same document is still found, in the document's order.
 *
 * @param docs the `docs` folder of an installed build
 * @param about words that are all in the block; none: the whole section
 * @returns null where the build ships none of the passages
 */
function passageText(
  docs: string,
  passages: readonly Passage[],
  about: readonly string[] = [],
): string | null {
  const read = passages
    .filter(({ document }) => existsSync(path.join(docs, document)))
    .map(({ document, heading }) => ({
      document,
      heading,
      text: readFileSync(path.join(docs, document), 'utf8'),
    }));
  const sections = read.flatMap(({ document, heading, text }) => {
    const section = sectionOf(text, heading);
    return section === null ? [] : [{ document, text: section }];
  });
  if (about.length === 0) return sections[0]?.text ?? null;
  for (const { document, text } of [...sections, ...read]) {
    const block = blocksOf(text, document).find((each) => hasAll(each, about));
    if (block) return block;
  }
  return null;
}

function hasAll(block: string, words: readonly string[]): boolean {
  const text = withoutMarkup(block).toLowerCase();
  return words.every((word) => text.includes(withoutMarkup(word).toLowerCase()));
}

/** A digest of that text, in which line breaks and spaces do not count. */
export function passageDigest(
  docs: string,
  passages: readonly Passage[],
  about: readonly string[] = [],
): string | null {
  const text = passageText(docs, passages, about);
  return text === null ? null : hash('sha256', text.split(/\s+/).join(' ').trim()).slice(0, 16);
}
