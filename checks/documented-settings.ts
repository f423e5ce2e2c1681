/**
 * Writes the settings that OpenClaw's documents show for models, auth, secrets, env, agents, media, memory, tts and web search,
 * as `test-support/documented-settings.json`: the tests of the import ask that a home with one of them loses none.
 *
 * `pnpm exec node checks/documented-settings.ts <package folder of an OpenClaw build>`
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import json5 from 'json5';
import { isJsonRecord } from '../support/json-record.ts';

const SECTIONS = /^(models|auth|secrets|env|agents|tools|memory|tts|messages|talk|plugins|skills|web)$/;
const FOLDERS = ['gateway', 'help', 'concepts', 'providers', 'tools', 'nodes', 'reference', 'cli'];

const [folder = ''] = process.argv.slice(2);
const found = FOLDERS.flatMap((name) => {
  const docs = path.join(folder, 'docs', name);
  return readdirSync(docs, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .toSorted()
    .flatMap((file) =>
      blocksOf(path.join(docs, file)).map(
        (config, index) => [`${name}/${file} ${index + 1}`, config] as const,
      ),
    );
});
writeFileSync('test-support/documented-settings.json', `${JSON.stringify(found)}\n`);
process.stdout.write(`${found.length} blocks\n`);

/** The examples of a document that are a whole configuration. */
function blocksOf(file: string): object[] {
  return [...readFileSync(file, 'utf8').matchAll(/```json5?\n([\s\S]*?)```/g)].flatMap(([, text = '']) => {
    try {
      const value: unknown = json5.parse(text.trim().startsWith('{') ? text : `{${text}}`);
      const names = isJsonRecord(value) ? Object.keys(value) : [];
      const isConfig =
        names.length > 0 && names.every((name) => SECTIONS.test(name)) && !text.includes('$include');
      return isConfig ? [value as object] : [];
    } catch {
      return [];
    }
  });
}
