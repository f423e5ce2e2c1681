/**
 * The matrix as one self-contained page: an overview of versions × laws, then each law by version and path. A red cell is a
 * link to what broke it, with the smallest case and its replay line. It works by keyboard, without scripts.
 */

import type { Law } from '../invariants/law.ts';
import type { LawId } from '../invariants/law-id.ts';
import { ALL_LAWS, KNOWN_LAWS } from '../invariants/laws.ts';
import type { Lane } from '../observation/lane.ts';
import { ALL_PATHS, type PathName } from '../observation/path-name.ts';
import type { MatrixViolation, VersionRow } from '../search/saved/matrix.ts';
import { type Html, html } from './html.ts';
import { htmlDocument } from './page/document.ts';
import { replayLine } from './replay-line.ts';
import { setupText } from './setup-text.ts';

export interface MatrixView {
  readonly rows: readonly VersionRow[];
  readonly lane: Lane;
  readonly suite: string;
  /** The day on which it was made. */
  readonly date: string;
  /** The reason why it has fewer versions than were asked for; null where it has all. */
  readonly stopped: string | null;
}

export function matrixPage({ rows, lane, suite, date, stopped }: MatrixView): string {
  const laws = lawsOf(rows);
  const body = html`<main>
<h1>OpenClaw auth conformance: ${rows.length} versions</h1>
<dl class="facts">${Object.entries({
    cases: String(rows[0]?.files.length ?? 0),
    lane,
    date,
    suite,
  }).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${stopped ? html`<p class="not-testable">Not all versions were run: ${stopped}</p>` : null}
<p>A number is how many cases break the law: follow it to them. A dot: the law judged a case, and none breaks it. A dash: it
judged none, which says nothing.</p>
${overview(rows, laws)}
${laws.map((law) => lawTable(law, rows))}
<h2>What broke</h2>
${rows.map((row) => laws.map(({ id }) => details(row, id)))}
${flaky(rows)}
${notTestable(rows)}
</main>`;
  return htmlDocument('OpenClaw auth conformance matrix', body);
}

/** The laws of cases, and of those that judge homes alone each that had something to say. */
function lawsOf(rows: readonly VersionRow[]): readonly Law[] {
  return KNOWN_LAWS.filter(
    (law) =>
      ALL_LAWS.includes(law) ||
      rows.some((row) => row.judged[law.id] !== undefined || broken(row, law.id, null).length > 0),
  );
}

function overview(rows: readonly VersionRow[], laws: readonly Law[]): Html {
  const head = laws.map(({ id }) => html`<th scope="col"><a href="#law-${id}">${id}</a></th>`);
  const lines = rows.map(
    (row) => html`<tr><th scope="row">${row.version}</th>${laws.map(({ id }) => cell(row, id, null))}
<td>${row.notTestable.length}</td></tr>\n`,
  );
  return html`<h2>Versions and laws</h2>${scrolling('Versions and laws', html`<tr><th scope="col">version</th>${head}<th scope="col">cases not testable</th></tr>\n${lines}`)}`;
}

/** A law in full, where it is broken: elsewhere the overview says all. */
function lawTable({ id, sentence, source }: Law, rows: readonly VersionRow[]): Html {
  const isBroken = rows.some((row) => broken(row, id, null).length > 0);
  const table = isBroken
    ? scrolling(
        id,
        html`<tr><th scope="col">version</th>${ALL_PATHS.map((path) => html`<th scope="col">${path}</th>`)}</tr>
${rows.map((row) => html`<tr><th scope="row">${row.version}</th>${ALL_PATHS.map((path) => cell(row, id, path))}</tr>\n`)}`,
      )
    : html`<p class="quiet">No case breaks it on any version.</p>`;
  return html`<section id="law-${id}"><h2>${id}</h2><p>${sentence}<br><span class="quiet">Source: ${source}</span></p>${table}</section>\n`;
}

function scrolling(name: string, content: Html): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${name}"><table class="number">${content}</table></div>`;
}

/** @param path null: all of them */
function cell(row: VersionRow, law: LawId, path: PathName | null): Html {
  const count = new Set(broken(row, law, path).map(({ file }) => file)).size;
  const judged = row.judged[law] ?? [];
  if (count > 0) {
    const label = `${row.version}${path ? ` ${path}` : ''}: ${count} cases break ${law}`;
    return html`<td class="red"><a href="#${anchor(row, law)}" aria-label="${label}">${count}</a></td>`;
  }
  const isJudged = path ? judged.includes(path) : judged.length > 0;
  return isJudged ? html`<td class="green">·</td>` : html`<td class="quiet">–</td>`;
}

function broken({ violations }: VersionRow, law: LawId, path: PathName | null): MatrixViolation[] {
  return violations.filter((each) => each.law === law && (path === null || each.paths.includes(path)));
}

function details(row: VersionRow, law: LawId): Html | null {
  const found = broken(row, law, null);
  if (found.length === 0) return null;
  const items = found.map(({ file, lane, detail, paths, case: value }) => {
    const replay = replayLine({ file, target: row.target, lane, law });
    return html`<details class="finding" open><summary>${detail}</summary><div>
<pre tabindex="0">${setupText(value, row.version, paths)}</pre>
<pre class="line" tabindex="0">${replay}</pre></div></details>\n`;
  });
  return html`<section id="${anchor(row, law)}"><h3>${row.version} · <a href="#law-${law}">${law}</a></h3>${items}</section>\n`;
}

function flaky(rows: readonly VersionRow[]): Html | null {
  const items = rows.flatMap(({ version, flaky: each }) =>
    each.map(({ file, law, detail }) => html`<li>${version}: ${file}: ${law}: ${detail}</li>`),
  );
  return items.length > 0
    ? html`<h2>Flaky</h2><p>A warm process showed it, and no fresh one.</p><ul>${items}</ul>`
    : null;
}

function notTestable(rows: readonly VersionRow[]): Html | null {
  const items = rows.flatMap(({ version, notTestable: each }) =>
    each.map(({ file, reason }) => html`<li>${version}: ${file}: ${reason}</li>`),
  );
  return items.length > 0 ? html`<h2>Not testable</h2><ul>${items}</ul>` : null;
}

function anchor({ version }: VersionRow, law: string): string {
  return `v${version.replaceAll(/[^\w-]/g, '-')}-${law}`;
}
