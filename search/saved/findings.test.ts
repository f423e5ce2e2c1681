import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isCovered } from '../../invariants/fingerprint.ts';
import { PACKAGE_ROOT } from '../../support/package-root.ts';
import { readBaseline, shippedBaseline } from '../baseline/baseline.ts';
import { readCaseFile } from './case-file.ts';

const folder = path.join(PACKAGE_ROOT, 'docs', 'findings');
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
const changes: object = JSON.parse(read('changes.json'));
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && name !== 'changes.json')
  .map((name) => name.slice(0, -'.json'.length));

describe('the findings of docs/findings', () => {
  it.each(names)('%s has a case with a claim, and a page that says how to replay it', async (name) => {
    const { claim, name: title, seenOn } = await readCaseFile(path.join(folder, `${name}.json`));
    const page = read(`${name}.md`);
    expect(page.startsWith(`# ${title}\n`)).toBe(true);
    expect(page).toContain(`auth-conformance replay docs/findings/${name}.json\n`);
    expect(page).toContain(`violates ${claim?.law}: `);
    expect(seenOn).not.toEqual([]);
  });

  it.each(names)(
    '%s shows the cause of the baseline whose page it is, or says whose page has it',
    async (name) => {
      const { claim } = await readCaseFile(path.join(folder, `${name}.json`));
      const { causes } = await readBaseline(shippedBaseline()!);
      const shown = causes.filter(({ findings }) =>
        isCovered(
          claim!.fingerprint,
          findings.map(({ fingerprint }) => fingerprint),
        ),
      );
      const pages = shown.map(({ page }) => path.basename(page ?? '', '.md'));
      const isToldOf = (other: string) => other === name || read(`${name}.md`).includes(`(${other}.md)`);
      expect(pages.filter(isToldOf)).not.toEqual([]);
    },
  );

  it('are listed, each once', () => {
    const listed = [...read('README.md').matchAll(/\]\(([a-z-]+)\.md\)/g)].map(([, name]) => name);
    expect(listed.toSorted()).toEqual(names.toSorted());
  });

  it('have beside them every other cause of the baseline, by its id', async () => {
    const { causes } = await readBaseline(shippedBaseline()!);
    const page = read('README.md');
    const missing = causes.filter(({ id }) => !page.includes(`(\`${id}\`)`) && !page.includes(`(${id}.md)`));
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  it('are proved where a change of the build is kept, and say so', () => {
    for (const name of names)
      expect([name, read(`${name}.md`).includes('Proved: ')]).toEqual([name, name in changes]);
  });
});
