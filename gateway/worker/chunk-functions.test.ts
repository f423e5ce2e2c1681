import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadFunction, locateFunctions } from './chunk-functions.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A build of these chunks, by file name below `dist`. */
function buildOf(chunks: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(path.join(os.tmpdir(), 'chunks-test-'));
  folders.push(root);
  for (const [name, text] of Object.entries(chunks)) {
    mkdirSync(path.dirname(path.join(root, 'dist', name)), { recursive: true });
    writeFileSync(path.join(root, 'dist', name), text);
  }
  return root;
}

/** The return value of the located function, called with 'in'. */
async function called(chunks: Readonly<Record<string, string>>, name = 'clearCache'): Promise<unknown> {
  const [location] = await locateFunctions(buildOf(chunks), [name]);
  return (await loadFunction(location!))('in');
}

const DECLARED = 'function clearCache(text) { return "out of " + text; }';

/** Forms that the bundlers of published builds write, by the build that has them. */
const FORMS = {
  'under an alias (2026.4.24, io-Dv_xNAZB.js)': {
    'io-Dv_xNAZB.js': `const other = () => {};\n${DECLARED}\nexport { other as a, clearCache as n };`,
  },
  'under its own name (2026.9.6, config-guard-BU0O9rns.mjs)': {
    'guard-BU0O9rns.mjs': `${DECLARED}\nexport { clearCache };`,
  },
  'in an object for tests (2026.9.6)': {
    'guard-BU0O9rns.mjs': `${DECLARED}\nconst testApi = { clearCache };\nexport { testApi };`,
  },
  'in an object with others, under an alias (2026.4.24)': {
    'guard-BpVa5WWs.js': `${DECLARED}\nfunction other() {}\nconst __test__ = {\n\tother,\n\tclearCache\n};\nexport { __test__ as t };`,
  },
  'in a list of many lines': {
    'io-a.mjs': `${DECLARED}\nconst a = 1;\nexport {\n  a as x,\n  clearCache as y,\n};`,
  },
  'without a space, as minifiers write': { 'io-a.mjs': `${DECLARED}export{clearCache as t};` },
  'of the second of two chunks that declare one': {
    'a-copy.mjs': 'function clearCache() { return "a private copy"; }\nexport const used = clearCache();',
    'b-own.mjs': `${DECLARED}\nexport { clearCache as t };`,
  },
};

describe('a function of a bundle', () => {
  it.each(Object.entries(FORMS))('is found and called %s', async (_form, chunks) => {
    expect(await called(chunks)).toBe('out of in');
  });

  it('is left out where no chunk declares it, even where one calls it or has a longer name', async () => {
    const root = buildOf({
      'a.mjs':
        'import { clearCache } from "elsewhere";\nfunction clearCacheOfTest() {}\nexport { clearCacheOfTest };',
    });
    expect(await locateFunctions(root, ['clearCache'])).toEqual([]);
  });

  it('is an error that names its chunk where it is declared and cannot be reached', async () => {
    const root = buildOf({ 'a-12345678.mjs': `${DECLARED}\nexport default 1;` });
    const file = path.join(root, 'dist', 'a-12345678.mjs');
    await expect(locateFunctions(root, ['clearCache'])).rejects.toThrow(
      `${file} declares clearCache and exports it in no form that is known.`,
    );
  });

  it('is looked for in the chunks alone, not below them', async () => {
    const root = buildOf({ 'extensions/a.mjs': `${DECLARED}\nexport { clearCache };`, 'index.mjs': '' });
    expect(await locateFunctions(root, ['clearCache'])).toEqual([]);
  });

  it('cannot be loaded where its location holds something else', async () => {
    const root = buildOf({ 'a.mjs': 'export const t = { clearCache: 1 };' });
    const file = path.join(root, 'dist', 'a.mjs');
    for (const property of ['clearCache', null]) {
      const location = { name: 'clearCache', file, export: property ? 't' : 'gone', property };
      await expect(loadFunction(location)).rejects.toThrow('has no function');
    }
  });
});
