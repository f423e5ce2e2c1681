/** One page of a run or a replay: verdict, findings worst first, coverage and times, in one file that loads nothing. */
import { type Html, html } from '../html.ts';
import { causesTable } from './causes-table.ts';
import { coverageMap } from './coverage-map.ts';
import { htmlDocument } from './document.ts';
import { findingSection } from './finding-section.ts';
import { SCRIPT } from './script.ts';
import { timeBars } from './time-bars.ts';
import type { PageView } from './view.ts';

/** Problems that are shown without a click: a reader came for the findings below them. */
const MOST_SHOWN = 5;

export function htmlPage(view: PageView): string {
  const { version, verdict, facts, problems, causes, findings, coverage, times } = view;
  const title = `Auth conformance: openclaw ${version} ${verdict}`;
  const body = html`<main>
<h1>Auth conformance: openclaw ${version}</h1>
<p class="verdict ${verdict.replace(' ', '-')}">${verdict}</p>
<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${problemList(problems)}
${causesTable(causes)}
<h2>Findings</h2>
${findings.length > 0 ? [filters(view), findings.map(findingSection)] : html`<p>None.</p>`}
${coverage.length > 0 ? html`<h2>Coverage</h2>${coverage.map(coverageMap)}` : null}
<h2>Times</h2>
${times.map(timeBars)}
</main>`;
  return htmlDocument(title, body, SCRIPT);
}

function problemList(problems: readonly string[]): Html | null {
  if (problems.length === 0) return null;
  const list = (some: readonly string[]) => html`<ul>${some.map((each) => html`<li>${each}</li>`)}</ul>`;
  const more = problems.slice(MOST_SHOWN);
  return html`${list(problems.slice(0, MOST_SHOWN))}
${more.length > 0 ? html`<details><summary>and ${more.length} more</summary>${list(more)}</details>` : null}`;
}

function filters({ findings }: PageView): Html {
  const choices = {
    status: findings.map(({ status }) => status),
    harm: findings.map(({ harm }) => harm.replaceAll(' ', '-')),
    law: findings.map(({ law }) => law.id),
    path: findings.flatMap(({ paths }) => paths),
    provider: findings.map(({ provider }) => provider),
  };
  return html`<form class="filters" hidden aria-label="Filter the findings">
${Object.entries(choices).map(
  ([name, values]) =>
    html`<label>${name}<select name="${name}"><option value="">all</option>${[...new Set<string>(values)]
      .sort()
      .map((value) => html`<option>${value}</option>`)}</select></label>`,
)}
<button type="reset">Show all</button><button type="button" data-open="yes">Open all</button><button type="button" data-open="no">Close all</button>
<output id="count" class="quiet">${findings.length} findings</output></form>`;
}
