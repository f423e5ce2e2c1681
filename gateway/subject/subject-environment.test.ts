import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { fakeBuild } from '../../test-support/fake-build.ts';
import { subjectEnvironment } from './subject-environment.ts';

/** Sorts more rows than SQLite's cache holds, first in one case's TMPDIR, then in another's; prints the files that are open. */
const TWO_CASES = `
import { mkdirSync, readdirSync, readlinkSync, rmSync } from 'node:fs'; import { DatabaseSync } from 'node:sqlite';
for (const folder of process.argv.slice(1)) {
  process.env.TMPDIR = folder;
  mkdirSync(folder);
  const database = new DatabaseSync(':memory:');
  database.exec('PRAGMA temp_store = FILE; PRAGMA cache_size = 1; CREATE TEMP TABLE t AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9999) SELECT i, hex(randomblob(99)) FROM n');
  for (const descriptor of readdirSync('/proc/self/fd')) {
    try { const file = readlinkSync('/proc/self/fd/' + descriptor); if (file.includes('etilqs')) console.log(file.split(' ')[0]); } catch {}
  }
  database.close();
  rmSync(folder, { recursive: true });
}`;

describe.runIf(process.platform === 'linux')('temporary files of SQLite in a warm process', () => {
  it('stay in the folder of the run when the TMPDIR of its first case is gone', async () => {
    const { subject, folder } = fakeBuild('2026.9.6', {});
    const own = path.join(folder, 'driver');
    mkdirSync(own);
    const { stdout } = await execa(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        '--input-type=module',
        '--eval',
        TWO_CASES,
        '--',
        `${folder}/1`,
        `${folder}/2`,
      ],
      { env: { TMPDIR: own, ...subjectEnvironment(subject, own) }, extendEnv: false },
    );
    const files = stdout.split('\n');
    expect(files.length).toBeGreaterThanOrEqual(2);
    for (const file of files) expect(path.dirname(file)).toBe(own);
  });
});
