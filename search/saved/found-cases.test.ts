import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PLAIN_PROFILE, plainCase } from '../../generators/plain-case.ts';
import { manyFindings } from '../../test-support/many-findings.ts';
import { foundFile, writeFoundCase } from './found-cases.ts';

const before = process.cwd();
const folder = mkdtempSync(path.join(os.tmpdir(), 'found-cases-'));
beforeAll(() => process.chdir(folder));
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

const small = plainCase({ id: 'google' });
const large = plainCase({ id: 'google', profiles: [PLAIN_PROFILE, { ...PLAIN_PROFILE, name: 'b' }] });

it('a smaller case of an earlier run stays until the finding is shrunk again', async () => {
  const [finding] = (await manyFindings()).findings;
  if (!finding) throw new Error('there is no finding');
  const kept = () => JSON.parse(readFileSync(foundFile(finding), 'utf8')).case;
  const write = (value: typeof small, shrunkCompletely: boolean) =>
    writeFoundCase({ ...finding, case: value, shrunkCompletely }, '2026.9.6');
  write(large, false);
  expect(kept()).toEqual(large);
  write(small, true);
  write(large, false);
  expect(kept()).toEqual(small);
  write(large, true);
  expect(kept()).toEqual(large);
});
