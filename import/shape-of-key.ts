import type { KeyShape } from '../generators/axes/key-shape.ts';

/** What a real key looks like around and inside its text; all that is kept of it. */
export function shapeOfKey(text: string): KeyShape {
  if (text.trim() === '') return 'blank';
  if (text === 'undefined' || text === 'null') return 'undefined';
  if (/[•…]|\*{3,}/.test(text)) return 'masked';
  if (/[^\u0020-\u00ff\r\n]/.test(text)) return 'zero-width';
  if (/\r\n/.test(text)) return 'crlf';
  if (/\n/.test(text)) return 'newline';
  return text === text.trim() ? 'plain' : 'spaces';
}
