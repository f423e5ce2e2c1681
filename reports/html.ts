/** HTML as a tagged template that escapes whatever is put into it, so that no page can forget to. */

/** Markup that `html` made: it goes into other markup as it is. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

/** A value in a template: text is escaped, markup is not, a list is written item by item, and null is left out. */
export type HtmlValue = string | number | Html | null | readonly HtmlValue[];

/** @example html`<li title="${name}">${items.map((item) => html`<b>${item}</b>`)}</li>` */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(String.raw({ raw: parts }, ...values.map(rendered)));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function rendered(value: HtmlValue): string {
  if (value === null) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(rendered).join('');
  return String(value).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
