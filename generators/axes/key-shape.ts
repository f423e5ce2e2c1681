/**
 * The shape of a pasted key, around and inside its text.
 *
 * Users paste keys with line ends, from rich text, or masked as a web page shows them. What is around a key must not
 * reach the wire, and what is no key must not be sent as one. `wrapped`: a line break inside, as a narrow window breaks
 * it.
 *
 * @source upstream reports of blank bearers, ByteString crashes and masked keys (#24496, #77624, #108186)
 */
import fc from 'fast-check';
import { z } from 'zod';

export const keyShapeSchema = z.enum([
  'plain',
  'spaces',
  'newline',
  'crlf',
  'zero-width',
  'masked',
  'blank',
  'undefined',
  'wrapped',
  'like-template',
  'like-command',
  'like-profile',
]);
export type KeyShape = z.infer<typeof keyShapeSchema>;

const WRITTEN: Record<KeyShape, (key: string) => string> = {
  plain: (key) => key,
  spaces: (key) => `  ${key} `,
  newline: (key) => `${key}\n`,
  crlf: (key) => `${key}\r\n`,
  'zero-width': (key) => `${key}\u200b`,
  masked: (key) => `${key.slice(0, 6)}…${key.slice(-4)}`,
  blank: () => '   ',
  undefined: () => 'undefined',
  wrapped: (key) => `${key.slice(0, 12)}\n${key.slice(12)}`,
  // The text of such a key is what it looks like: `keyText`.
  'like-template': (key) => key,
  'like-command': (key) => key,
  'like-profile': (key) => key,
};

/** The text that is written down for a key. */
export function writtenKey(key: string, shape: KeyShape): string {
  return WRITTEN[shape](key);
}

/** Whether the key can be read from what is written; if not, nothing may be sent. */
export function holdsKey(shape: KeyShape): boolean {
  return shape !== 'masked' && shape !== 'blank' && shape !== 'undefined';
}

/**
 * The text of a key of the given shape. Some are right keys that look like something else: a variable to be filled in, a
 * command to be run, a profile's id.
 */
export function keyText(key: string, shape: KeyShape): string {
  if (shape === 'like-template') return `$${key}`;
  if (shape === 'like-command') return `!${key}`;
  return shape === 'like-profile' ? `acme:${key}` : key;
}

/** Most keys are pasted well. */
export const keyShapeArbitrary: fc.Arbitrary<KeyShape> = fc.oneof(
  { weight: 9, arbitrary: fc.constant<KeyShape>('plain') },
  { weight: 1, arbitrary: fc.constantFrom(...keyShapeSchema.options) },
);
