/** Cuts a document into blocks, the least that a promise can stand in. */
import { z } from 'zod';

const START = /^\s*([-*+] |\d+\. |\||<[A-Za-z])/;
const END = /^\s*(<\/|$)/;
const FENCE = /^\s*(```|~~~)/;

/** The SecretRef matrix: a field an entry. */
const matrixSchema = z.object({ entries: z.array(z.unknown()) });

/** Paragraphs, list items, table rows, headings, fenced texts and elements of Markdown; the entries of a JSON matrix. */
export function blocksOf(text: string, document: string): string[] {
  if (document.endsWith('.json'))
    return matrixSchema.parse(JSON.parse(text)).entries.map((entry) => JSON.stringify(entry));
  const blocks: string[][] = [[]];
  let fenced = false;
  for (const line of text.split(/\r?\n/)) {
    const isFence = FENCE.test(line);
    if (fenced || (isFence && !fenced)) {
      if (!fenced) blocks.push([]);
      blocks.at(-1)!.push(line);
      if (isFence) fenced = !fenced;
      if (!fenced) blocks.push([]);
    } else if (END.test(line)) blocks.push([]);
    else {
      if (START.test(line) || line.startsWith('#')) blocks.push([]);
      blocks.at(-1)!.push(line);
      if (line.startsWith('#')) blocks.push([]);
    }
  }
  return blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
}
