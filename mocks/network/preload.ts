/**
 * The variables that put a process and all its children on the loopback network.
 *
 * The preload is written as plain JavaScript: a subject may start dozens of processes and threads for one turn, and
 * each would load a compiler first.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** TypeScript in a checkout, JavaScript in the package. */
const REDIRECT = fileURLToPath(new URL(`./redirect${path.extname(import.meta.url)}`, import.meta.url));

export interface NetworkFiles {
  /** The journal of the alarm; emptied here. */
  readonly journal: string;
  readonly environment: Readonly<Record<'NODE_OPTIONS' | 'NODE_EXTRA_CA_CERTS', string>>;
}

/** Writes preload, certificate and journal into `folder`. */
export function writeNetworkFiles(folder: string, port: number, certificate: string): NetworkFiles {
  const [preload, authority, journal] = ['redirect.mjs', 'ca.pem', 'journal.jsonl'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  writeFileSync(preload, stripTypeScriptTypes(readFileSync(REDIRECT, 'utf8')));
  writeFileSync(authority, certificate);
  writeFileSync(journal, '');
  const url = pathToFileURL(preload);
  const parameters = { port: String(port), journal, runner: String(process.pid) };
  url.search = new URLSearchParams(parameters).toString();
  return { journal, environment: { NODE_OPTIONS: `--import=${url.href}`, NODE_EXTRA_CA_CERTS: authority } };
}

/** The same variables for a gateway and its clients: its own port is open to them, and they end with who started them. */
export function withGatewayPort(
  environment: Readonly<Record<string, string>>,
  gateway: number,
): Record<string, string> {
  return { ...environment, NODE_OPTIONS: `${environment.NODE_OPTIONS}&gateway=${gateway}` };
}
