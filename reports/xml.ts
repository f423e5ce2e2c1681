/** XML as text: elements whose attributes and content are escaped, so that any text leaves it well-formed. */

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  /** Elements, or text. */
  readonly content: readonly XmlElement[] | string;
}

export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root)}\n`;
}

function written({ name, attributes, content }: XmlElement): string {
  const head = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(
    ' ',
  );
  if (content.length === 0) return `<${head}/>`;
  const inner = typeof content === 'string' ? escaped(content) : `\n${content.map(written).join('\n')}\n`;
  return `<${head}>${inner}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 has no way to write (https://www.w3.org/TR/xml/#charsets), halves of pairs among them. */
const NO_CHARACTER = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

function escaped(value: string | number): string {
  return (
    String(value)
      .replace(NO_CHARACTER, '\u{fffd}')
      .replace(/[&<>"]/g, (character) => ENTITIES[character]!)
      // Parsers make spaces of these in attributes, and line feeds of a return.
      .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`)
  );
}
