/** One finding: what happened on both sides, the setup, the rule, and how to see it again. */
import { type Html, html } from '../html.ts';
import type { SetupFile } from '../text-parts.ts';
import type { FindingView, SideView } from './view.ts';

export function findingSection(finding: FindingView): Html {
  const { id, fingerprint, law, harm, status, provider, paths, detail, seen, sides, files, variant, cause } =
    finding;
  const { reference } = fingerprint;
  return html`<details class="finding" id="f-${id}" data-status="${status}" data-harm="${harm.replaceAll(' ', '-')}" data-law="${law.id}" data-path="${paths.join(' ')}" data-provider="${provider}">
<summary><span class="tag status-${status}">${status}</span><span class="tag">${harm}</span> <strong>${law.id}</strong> · ${provider} · ${fingerprint.paths.join(', ')}: ${fingerprint.behaviour}${reference ? html` <span class="quiet">(${reference.path}: ${reference.behaviour})</span>` : null}</summary>
<div>
<p>${detail}</p>
<h3>What each path did</h3>
${sides.length > 0 ? sidesTable(sides, id) : html`<p class="quiet">${reference ? html`${reference.path}: ${reference.behaviour}. ` : null}${fingerprint.paths.join(', ')}: ${fingerprint.behaviour}. It was not run again, so its requests are not in the result.</p>`}
<h3>Why it is wrong</h3>
<p>${law.sentence}<br><span class="quiet">Source: ${law.source}</span></p>
${promiseList(finding)}
<h3>See it again</h3>
${caseLink(finding)}
<pre class="line" id="r-${id}">${finding.replay}</pre><button type="button" class="copy" hidden data-line="r-${id}" aria-label="Copy the line that replays ${id}">Copy</button>
<h3>Setup</h3>
${setup(files)}
${variant ? html`<h3>The setup that promises the same</h3>${setup(variant)}` : null}
<p class="quiet note">${seen}. ${cause ? html`Cause <a href="#c-${cause}">${cause}</a>. ` : null}Fingerprint ${id}: <code>${String(fingerprint)}</code></p>
</div></details>
`;
}

function promiseList({ promises }: FindingView): Html | null {
  if (promises.length === 0) return null;
  const items = promises.map(({ id, rule, link }) => html`<li>${rule} <a href="${link}">${id}</a></li>`);
  return html`<p>It breaks ${promises.length === 1 ? 'this promise' : 'these promises'} of the documents:</p><ul>${items}</ul>`;
}

function sidesTable(sides: readonly SideView[], id: string): Html {
  const rows = sides.map(
    ({ path, isReference, behaviour, outcome, wire }) => html`<tr><th scope="row">${path}</th>
<td>${isReference ? 'compared with' : behaviour ? 'deviates' : 'not concerned'}</td>
<td>${wire.length > 0 ? wire.map((each) => html`<div>${each.credential} → <span class="quiet">${each.request}</span> ${each.status}</div>`) : 'nothing sent'}</td><td>${outcome}</td></tr>`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="What each path did, ${id}"><table>
<tr><th scope="col">path</th><th scope="col">side</th><th scope="col">credential on the wire → request</th><th scope="col">outcome</th></tr>
${rows}</table></div>`;
}

function setup(files: readonly SetupFile[]): Html {
  return html`${files.map(({ title, text }) => html`<div class="quiet">${title}</div><pre tabindex="0">${text}</pre>`)}`;
}

function caseLink({ caseFile }: FindingView): Html | null {
  if (!caseFile) return null;
  const data = `data:application/json,${encodeURIComponent(caseFile.text)}`;
  return html`<p>Save <a download="${caseFile.name}" href="${data}">${caseFile.name}</a> to the folder in which you run:</p>`;
}
