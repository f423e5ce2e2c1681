import type { KeyShape } from '../generators/axes/key-shape.ts';

/** The shape of a real key, around and inside its text. Nothing else of the key is kept. */
export function shapeOfKey(text: string): KeyShape {
  if (text.trim() === '') return 'blank';
  if (text === 'undefined' || text === 'null') return 'undefined';
  if (/[•…]|\*{3,}/.test(text)) return 'masked';
  if (/[^\u0020-\u00ff\r\n]/.test(text)) return 'zero-width';
  if (/\r\n/.test(text)) return 'crlf';
  if (/\n/.test(text)) return 'newline';
  return text === text.trim() ? 'plain' : 'spaces';
}
