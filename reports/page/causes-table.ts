/** The causes of a run, before its findings. */
import { type Html, html } from '../html.ts';
import type { CauseView } from './view.ts';

export function causesTable(causes: readonly CauseView[]): Html | null {
  if (causes.length === 0) return null;
  const rows = causes.map(
    ({
      id,
      status,
      decision,
      place,
      harm,
      sentence,
      findings,
    }) => html`<tr id="c-${id}"><th scope="row">${id}</th>
<td><span class="tag status-${status}">${status} ${decision}</span></td><td>${harm}</td><td>${sentence}${place && html` <code>${place}</code>`}</td>
<td>${findings.map((each) => html`<a href="#f-${each}">${each}</a> `)}</td></tr>`,
  );
  return html`<h2>Causes</h2><div class="scroll" tabindex="0" role="region" aria-label="Causes"><table>
<tr><th scope="col">cause</th><th scope="col">status</th><th scope="col">harm</th><th scope="col">where it lies, and what ends it</th><th scope="col">findings</th></tr>
${rows}</table></div>`;
}
