/**
 * The matrix as one self-contained page: versions × laws × paths. A red cell is a link to what broke it, with the
 * smallest case and its replay line; it works by keyboard, without scripts, in light and dark, and on a phone.
 */

import { ALL_LAWS } from '../invariants/laws.ts';
import { ALL_PATHS, type PathName } from '../observation/path-name.ts';
import type { MatrixViolation, VersionRow } from '../search/saved/matrix.ts';
import { Html, html } from './html.ts';
import { setupText } from './setup-text.ts';

export function matrixPage(rows: readonly VersionRow[], made: string): string {
  const laws = ALL_LAWS.filter(({ id }) =>
    rows.some(({ violations }) => violations.some(({ law }) => law === id)),
  );
  const held = ALL_LAWS.filter((law) => !laws.includes(law));
  return html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>OpenClaw auth conformance matrix</title>
<style>${STYLE}</style>
<h1>OpenClaw auth conformance</h1>
<p>${rows.length} versions, ${rows[0]?.files.length ?? 0} cases, ${made}. A number is how many cases break the law on that
path: follow it to the case. A dot: no case does. A dash: the path could not be run.</p>
${laws.map((law) => lawTable(law.id, law.sentence, rows))}
${held.length > 0 ? html`<p>Broken by no case on any version: ${held.map(({ id }) => id).join(', ')}.</p>` : null}
<h2>What broke</h2>
${rows.map((row) => ALL_LAWS.map(({ id }) => details(row, id)))}
${flaky(rows)}
${notTestable(rows)}
</html>
`.toString();
}

function lawTable(law: string, sentence: string, rows: readonly VersionRow[]): Html {
  return html`<section><h2>${law}</h2><p>${sentence}</p><div class="scroll"><table>
<tr><th scope="col">version</th>${ALL_PATHS.map((path) => html`<th scope="col">${path}</th>`)}</tr>
${rows.map(
  (row) =>
    html`<tr><th scope="row">${row.version}</th>${ALL_PATHS.map((path) => cell(row, law, path))}</tr>\n`,
)}</table></div></section>\n`;
}

function cell(row: VersionRow, law: string, path: PathName): Html {
  const count = broken(row, law, path).length;
  if (count > 0) {
    const label = `${row.version} ${path}: ${count} cases break ${law}`;
    return html`<td class="red"><a href="#${anchor(row, law)}" aria-label="${label}">${count}</a></td>`;
  }
  return row.tested.includes(path) ? html`<td class="green">·</td>` : html`<td>–</td>`;
}

function broken({ violations }: VersionRow, law: string, path: PathName): MatrixViolation[] {
  return violations.filter((each) => each.law === law && each.paths.includes(path));
}

function details(row: VersionRow, law: string): Html | null {
  const found = row.violations.filter((each) => each.law === law);
  if (found.length === 0) return null;
  const items = found.map((each) => {
    const lane = each.lane === 'cli' ? '' : ` --lane ${each.lane}`;
    return html`<details open><summary>${each.detail}</summary>
<pre>${setupText(each.case, row.version, each.paths)}

replay: pnpm auth-conformance replay ${each.file} --law ${law}${lane} --target ${row.version}</pre></details>\n`;
  });
  return html`<section id="${anchor(row, law)}"><h3>${row.version} · ${law}</h3>${items}</section>\n`;
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
  return `v${version.replaceAll('.', '-')}-${law}`;
}

const STYLE = new Html(`
:root { color-scheme: light dark; --red: #b3261e; --red-text: #fff; --line: #8886; --quiet: #8882; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 64rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem } h2 { font-size: 1.2rem; margin: 2rem 0 0 } h3 { font-size: 1rem }
.scroll { overflow-x: auto }
table { border-collapse: collapse; font-variant-numeric: tabular-nums }
th, td { border: 1px solid var(--line); padding: .2rem .6rem; text-align: center }
th[scope=row] { text-align: left; font-weight: 500; position: sticky; left: 0; background: Canvas }
.red { background: var(--red) } .red a { color: var(--red-text); display: block; font-weight: 700 }
.green { color: GrayText }
a:focus-visible, summary:focus-visible { outline: 3px solid Highlight; outline-offset: 2px }
section:target { outline: 2px solid var(--red); outline-offset: .5rem }
pre { overflow-x: auto; background: var(--quiet); padding: .8rem; font-size: .85rem }
`);
