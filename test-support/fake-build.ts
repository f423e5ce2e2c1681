/** A package folder with the outside of an OpenClaw build and nothing in it: it tests what is done with files, and runs nothing. */
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readSubject, type Subject } from '../gateway/subject/subject.ts';

export interface FakeBuild {
  /** A new temporary folder; npm's `node_modules` with the build in it lie there. */
  readonly folder: string;
  readonly subject: Subject;
}

/** @param files texts by path below `node_modules`; those of the build begin with `openclaw/` */
export function fakeBuild(version: string, files: Readonly<Record<string, string>> = {}): FakeBuild {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'fake-build-')));
  const manifest = {
    name: 'openclaw',
    version,
    type: 'module',
    bin: { openclaw: 'openclaw.mjs' },
    exports: { '.': { default: './dist/index.js' } },
  };
  const all = {
    'openclaw/package.json': JSON.stringify(manifest),
    'openclaw/openclaw.mjs': '',
    'openclaw/dist/index.js': 'export function runLegacyCliEntry() {}',
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    const file = path.join(folder, 'node_modules', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return { folder, subject: readSubject(path.join(folder, 'node_modules', 'openclaw')) };
}

/** The files of a bundled plugin, by path below `node_modules`. */
export function fakePlugin(id: string, dependencies: Readonly<Record<string, string>> = {}, code = '') {
  const folder = `openclaw/dist/extensions/${id}`;
  return {
    [`${folder}/openclaw.plugin.json`]: JSON.stringify({ id }),
    [`${folder}/package.json`]: JSON.stringify({ name: `@openclaw/${id}`, dependencies }),
    [`${folder}/index.js`]: code,
  };
}
