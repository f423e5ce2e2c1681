/** The frame of a self-contained page: it may load nothing, and runs no script but its own. */
import { hash } from 'node:crypto';
import { Html, html } from '../html.ts';
import { STYLE } from './style.ts';

/** @param script text of the suite's own; nothing that a run found is put into it */
export function htmlDocument(title: string, body: Html, script = ''): string {
  const allowed = script ? `'sha256-${hash('sha256', script, 'base64')}'` : "'none'";
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src ${allowed}`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
${body}
${script ? html`<script>${new Html(script)}</script>` : null}
</body>
</html>
`.toString();
}
