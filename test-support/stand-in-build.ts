/**
 * A stand-in build on disk, which the driver runs as it runs a real one: it tests the commands from end to end, and is
 * no OpenClaw build.
 *
 * It knows Google alone, a variable and the key of an entry, and two paths. Chat takes the variable first and completion
 * the entry: that is its fault.
 */
import { fakeBuild } from './fake-build.ts';

const CODE = `
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const loadConfig = () => ({});

export async function runLegacyCliEntry([, , command, kind]) {
  const file = path.join(process.env.HOME, '.openclaw', 'openclaw.json');
  const entry = JSON.parse(readFileSync(file, 'utf8')).models?.providers?.google?.apiKey;
  const keys = [process.env.GEMINI_API_KEY, typeof entry === 'string' ? entry : undefined];
  const key = (FAULTY && kind === 'model' ? keys.reverse() : keys).find(Boolean);
  if (!key) return fail('No API key found for provider "google".');
  const answer = await fetch('https://generativelanguage.googleapis.com/v1beta/models/m:generateContent', {
    method: 'POST',
    headers: { 'x-goog-api-key': key, 'content-type': 'application/json' },
    body: '{}',
  });
  if (!answer.ok) return fail(answer.status + ' API key not valid. Please pass a valid API key.');
  const parts = [{ text: 'OK' }];
  process.stdout.write(JSON.stringify(command === 'infer' ? { ok: true, outputs: parts } : { payloads: parts }));
}

function fail(text) {
  process.stderr.write(text);
  process.exit(1);
}
`;

const COMMAND = `
import { runLegacyCliEntry } from './dist/index.js';
await runLegacyCliEntry(process.argv);
`;

/** It keeps no profile and no secret that is written into it. */
const STORE = 'export async function saveAuthProfileStore() {}';
const SECRETS = 'async function writeSecretStoreEntry() {}\nexport { writeSecretStoreEntry as t };';

/** @returns the folder of the package, to be given as a target */
export function standInBuild(version: string, { isFaulty }: { readonly isFaulty: boolean }): string {
  const code = CODE.replace('FAULTY', String(isFaulty));
  const files = {
    'openclaw/dist/index.js': code,
    'openclaw/openclaw.mjs': COMMAND,
    'openclaw/dist/plugin-sdk/agent-runtime.js': STORE,
    'openclaw/dist/secret-store-AbCd1234.js': SECRETS,
  };
  return fakeBuild(version, files).subject.root;
}
