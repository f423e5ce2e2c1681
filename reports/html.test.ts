import fc from 'fast-check';
import { expect, it } from 'vitest';
import { html } from './html.ts';

it('leaves no text that a browser could take for markup, in an element or in an attribute', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const page = html`<p title="${text}">${text}</p>`.toString();
      const inner = /^<p title="([^"<>']*)">([^"<>']*)<\/p>$/s.exec(page);
      const back = (escaped = '') =>
        escaped
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'")
          .replaceAll('&amp;', '&');
      expect(inner?.slice(1).map(back)).toEqual([text, text]);
    }),
  );
});

it('takes markup as it is, a list item by item, and null as nothing', () => {
  const items = ['a', '<b>'].map((each) => html`<li>${each}</li>`);
  expect(html`<ul>${items}</ul>${null}${2}`.toString()).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>2');
});
