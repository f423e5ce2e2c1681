/** Finds the section of a Markdown document that a promise stands in, and takes its digest. */
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
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
 * A digest of the first passage that a build's documents have. Line breaks and spaces do not count.
 *
 * @param docs the `docs` folder of an installed build
 * @returns null where the build ships none of the passages
 */
export function passageDigest(docs: string, passages: readonly Passage[]): string | null {
  for (const { document, heading } of passages) {
    const file = path.join(docs, document);
    if (!existsSync(file)) continue;
    const section = sectionOf(readFileSync(file, 'utf8'), heading);
    if (section !== null) return hash('sha256', section.split(/\s+/).join(' ').trim()).slice(0, 16);
  }
  return null;
}
