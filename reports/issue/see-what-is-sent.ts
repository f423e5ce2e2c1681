/** A way for a reader to see the key and the host: OpenClaw prints neither. */
import { type AnyCase, isHomeCase } from '../../home-case/any-case.ts';
import type { LawId } from '../../invariants/law-id.ts';
import type { Observation } from '../../observation/observation.ts';

/** A program that a reader runs beside OpenClaw. */
export const SHOWING_SERVER = `import { createServer } from 'node:http';
const KEYS = ['authorization', 'x-api-key', 'x-goog-api-key', 'api-key'];
createServer((request, response) => {
  const sent = KEYS.filter((name) => request.headers[name]).map((name) => \`\${name}: \${request.headers[name]}\`);
  console.log(request.method, request.url, ...sent);
  request.resume();
  response.writeHead(401, { 'content-type': 'application/json' });
  response.end('{"error":{"message":"This server only shows keys."}}');
}).listen(18999, '127.0.0.1');`;

/** The laws about the host itself: another address takes away what they say. */
const ABOUT_THE_HOST: readonly LawId[] = ['no-egress', 'right-host'];
const BY_PROXY =
  'OpenClaw prints neither the key nor the host of a request. A proxy that shows headers, or the replay below, shows both.';

/** Lines of Markdown. */
export function seeWhatIsSent(value: AnyCase, law: LawId, shown: readonly Observation[]): string[] {
  if (shown.every(({ requests }) => requests.length === 0)) return [];
  if (!hasAddress(value) || ABOUT_THE_HOST.includes(law)) return [BY_PROXY, ''];
  return [
    "OpenClaw prints neither the key nor the host of a request. To see the key, save this program as `show.mjs`, run `node show.mjs`, and let the entry's `baseUrl` begin with `http://127.0.0.1:18999` in place of its scheme and host. A path that refuses an address of this machine does not get there; a proxy that shows headers, or the replay below, shows its key.",
    '',
    '```js',
    SHOWING_SERVER,
    '```',
    '',
  ];
}

/** Whether the setup writes an address of the provider: without one, an address of another kind is another setup. */
function hasAddress(value: AnyCase): boolean {
  const baseUrl = isHomeCase(value) ? undefined : value.provider.entry?.baseUrl;
  return baseUrl !== undefined && !['absent', 'blank'].includes(baseUrl);
}
