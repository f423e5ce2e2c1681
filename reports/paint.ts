/** Colours of a terminal, which texts for files have none of. */
import { styleText } from 'node:util';

/** Gives a text a colour or a weight. */
export type Paint = (style: 'bold' | 'dim' | 'red' | 'green' | 'yellow', text: string) => string;

export const unpainted: Paint = (_, text) => text;

/** Colours where the stream is a terminal, unless NO_COLOR is set. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  return (style, text) => styleText(style, text, { stream });
}
