import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The sources that decide an observation: laws and reports do not. */
const OBSERVING = ['generators', 'gateway', 'mocks', 'paths', 'observation', 'home-case'];

/** The sources that decide a verdict, too. */
const JUDGING = [...OBSERVING, 'invariants', 'search'];

/** The sources, or in the package what was built from them. */
const CODE = path.resolve(fileURLToPath(import.meta.url), '..', '..', '..');

/** A short name for the state of the sources that decide observations, or verdicts. */
export function sourcesDigest(decided: 'observations' | 'verdicts' = 'observations'): string {
  const hash = createHash('sha256');
  for (const folder of decided === 'verdicts' ? JUDGING : OBSERVING) {
    const names = readdirSync(path.join(CODE, folder), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((each) => /(?<!\.test)\.[tj]s$/.test(each)).sort()) {
      hash.update(name).update(readFileSync(path.join(CODE, folder, name)));
    }
  }
  return hash.digest('hex').slice(0, 8);
}
