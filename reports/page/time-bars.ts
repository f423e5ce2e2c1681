import { type Html, html } from '../html.ts';
import type { TimeView } from './view.ts';

export function timeBars({ title, unit, bars }: TimeView): Html {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const rows = bars.map(
    ({ name, value, slowest }) => html`<tr><th scope="row">${name}</th>
<td><span class="bar" style="width: ${Math.round((120 * value) / most)}px"></span> ${value} ${unit}${slowest === null || slowest === value ? null : html` <span class="quiet">slowest ${slowest}</span>`}</td></tr>`,
  );
  return html`<h3>${title}</h3><div class="scroll" tabindex="0" role="region" aria-label="${title}"><table>${rows}</table></div>`;
}
