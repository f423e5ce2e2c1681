import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(path.join(os.tmpdir(), 'edit-modules-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('edits the statement in the module that has it, and tells which edits were made', async () => {
  writeFileSync(path.join(folder, 'limits-AbC.mjs'), 'const LIMIT = 256;\nexport const most = LIMIT;\n');
  writeFileSync(path.join(folder, 'other.mjs'), 'const LIMIT = 256;\nexport const most = LIMIT;\n');
  const program = path.join(folder, 'program.mjs');
  writeFileSync(
    program,
    `import { editModules } from ${JSON.stringify(path.join(import.meta.dirname, 'edit-modules.ts'))};
    const lifted = { gain: 'limit', module: /limits/, statement: /(const LIMIT = )256;/, replacement: '$1Infinity;' };
    const absent = { gain: 'none', module: /limits/, statement: /never there/, replacement: '' };
    const made = editModules([lifted, absent]);
    const before = made.size;
    const [edited, other] = [await import('./limits-AbC.mjs'), await import('./other.mjs')];
    process.stdout.write(JSON.stringify([before, String(edited.most), other.most, made.has(lifted), made.has(absent)]));`,
  );
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    program,
  ]);
  expect(JSON.parse(stdout)).toEqual([0, 'Infinity', 256, true, false]);
});
