/** Coverage as a map: how many cases reached each pair, and which declared pairs none reached. */
import { type Html, html } from '../html.ts';
import type { CoverageGrid } from './view.ts';

export function coverageMap({ title, columns, rows }: CoverageGrid): Html {
  const most = Math.max(
    1,
    ...rows.flatMap(({ cells }) => cells.map((cell) => (typeof cell === 'number' ? cell : 0))),
  );
  // The deepest colour leaves the number readable on it.
  const share = (cell: number) => Math.round(10 + (35 * cell) / most);
  const cellOf = (cell: number | 'gap' | null) =>
    cell === null
      ? html`<td class="quiet">–</td>`
      : cell === 'gap'
        ? html`<td class="gap">0</td>`
        : html`<td class="heat" style="--share: ${share(cell)}%">${cell}</td>`;
  return html`<h3>${title}</h3>
<p class="quiet note">Cases that reached a pair. 0: it is declared, and none did. –: there is no such pair to reach.</p>
<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table class="number"><tr><th scope="col">cases</th>${columns.map((each) => html`<th scope="col">${each}</th>`)}</tr>
${rows.map(({ name, cells }) => html`<tr><th scope="row">${name}</th>${cells.map(cellOf)}</tr>\n`)}</table></div>`;
}
