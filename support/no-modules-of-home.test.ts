import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';

const MODULE = fileURLToPath(new URL('no-modules-of-home.ts', import.meta.url));

describe('packages in the home of the user', () => {
  it('are found by Node, and not by this suite, which leaves HOME as it is', async () => {
    const home = mkdtempSync(path.join(os.tmpdir(), 'modules-of-home-'));
    mkdirSync(path.join(home, '.node_modules', 'planted'), { recursive: true });
    writeFileSync(path.join(home, '.node_modules', 'planted', 'index.js'), 'module.exports = "found"');
    const ask = async (...argv: string[]) => {
      const script =
        'try { console.log(require("planted")) } catch { console.log("none", process.env.HOME) }';
      const options = { cwd: home, env: { HOME: home } };
      return (await execa(process.execPath, [...argv, '--eval', script], options)).stdout;
    };
    expect(await ask()).toBe('found');
    expect(await ask('--import', MODULE)).toBe(`none ${home}`);
  });
});
