/** Parts of reports in plain text. */
import type { Validity } from '../generators/axes/secret.ts';

/** The files of a case as a user would set them up, and the keys that they show. */
export interface Setup {
  readonly files: readonly SetupFile[];
  /** The keys that stand in them for secrets. */
  readonly keys: readonly ShownKey[];
}

export interface ShownKey {
  readonly validity: Validity;
  /** `key`, or the kind of token that it is. */
  readonly word: string;
  /** The text by which OpenClaw tells a token of its provider from a key; absent: there is none. */
  readonly prefix?: string;
  /** Whether it has a letter of its own. */
  readonly hasLetter: boolean;
}

/** A file of a setup, or another thing that a user would set up; shown as text. */
export interface SetupFile {
  readonly title: string;
  readonly text: string;
}

/** JSON with the innermost lists and objects on one line. */
export function compactJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    /([[{])\n\s*([^[\]{}]*?)\n\s*([\]}])/g,
    (whole, open, body: string, close) => {
      const line = `${open} ${body.replace(/\n\s*/g, ' ')} ${close}`;
      return line.length <= 100 ? line : whole;
    },
  );
}

export function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}
