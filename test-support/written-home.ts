/** The home of a case, as it is written for a build. */
import { mkdtempSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeHome } from '../gateway/home/home.ts';
import { traitsOf } from '../gateway/versions/traits.ts';
import type { Case } from '../generators/case.ts';
import { canariesOf } from '../generators/secrets/canaries.ts';
import type { PathName } from '../observation/path-name.ts';
import { pathOf } from '../paths/paths.ts';

/** @param root a folder of the test, which removes it */
export async function writtenHome(root: string, value: Case, version: string, pathName?: PathName) {
  const folder = mkdtempSync(path.join(root, 'home-'));
  const canaries = canariesOf(value, 'home test');
  const settings = { plugins: {}, compileCache: path.join(root, 'cache'), logFile: path.join(root, 'log') };
  const home = await writeHome(value, canaries, traitsOf(version), folder, {
    ...settings,
    paths: pathName ? [pathOf(pathName)] : [],
  });
  const json = (name: string) => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  return { home, folder, canaries, config: json('.openclaw/openclaw.json'), json };
}
