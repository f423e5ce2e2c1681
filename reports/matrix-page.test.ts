/** The matrix page in a real browser, where the machine has one. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { plainCase } from '../generators/plain-case.ts';
import { ALL_LAWS } from '../invariants/laws.ts';
import { type VersionRow, versionRowSchema } from '../search/saved/matrix.ts';
import { axeFaults, executablePath, launchBrowser, openFile } from '../test-support/browser.ts';
import { matrixPage } from './matrix-page.ts';

// A browser on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

const found = { paths: ['chat', 'image'], lane: 'cli', case: plainCase({ id: 'google' }) } as const;
const markup = '<script>alert(1)</script> <img src="https://elsewhere.example.com/x.png">';
/** A version that breaks every second law, whose names and details hold markup. */
const rowOf = (version: string): VersionRow =>
  versionRowSchema.parse({
    ...{
      version,
      target: version,
      files: ['cases/x.json'],
      digest: '',
      tested: ['chat', 'image'],
      seconds: 1,
    },
    judged: Object.fromEntries(ALL_LAWS.slice(1).map(({ id }) => [id, ['chat', 'image']])),
    violations: ALL_LAWS.filter((_, index) => index % 2 === 1).map(({ id: law }) => ({
      ...{ ...found, law, detail: `${law}: ${markup}`, file: `cases/${markup}.json` },
    })),
    flaky: [{ ...found, law: 'no-egress', detail: markup, file: 'cases/y.json' }],
    notTestable: [{ file: 'cases/z.json', reason: markup }],
  });
const rows = ['2026.4.24', '2026.9.6'].map(rowOf);
const links = rows.flatMap(({ version, violations }) => violations.map(({ law }) => `${version} ${law}`));

const folder = mkdtempSync(path.join(os.tmpdir(), 'matrix-page-test-'));
const file = path.join(folder, 'matrix.html');
writeFileSync(
  file,
  matrixPage({ rows, lane: 'embedded', suite: '1.2.3', date: '2026-11-27', stopped: markup }),
);
afterAll(() => rmSync(folder, { recursive: true }));

it('shows a law of homes where one of them breaks it', () => {
  const [row] = rows as [VersionRow];
  const violations = [{ ...row.violations[0]!, law: 'ordered-profile' as const }];
  const view = { lane: 'embedded', suite: '1.2.3', date: '2026-11-27', stopped: null } as const;
  expect(matrixPage({ rows: [{ ...row, violations }], ...view })).toContain('id="law-ordered-profile"');
  expect(matrixPage({ rows: [row], ...view })).not.toContain('id="law-ordered-profile"');
});

describe.skipIf(!executablePath)(`in a browser (${executablePath ?? 'skipped: no Chromium here'})`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  const opened = (options?: BrowserContextOptions) => openFile(browser, file, options);

  it('asks for nothing but itself, and runs no text of a case', async () => {
    const { page, asked, complaints } = await opened();
    expect(asked).toEqual([pathToFileURL(file).href]);
    expect(complaints).toEqual([]);
    expect(await page.locator('img, main script').count()).toBe(0);
    await page.close();
  });

  it.each([
    { colorScheme: 'light' },
    { colorScheme: 'dark' },
    { colorScheme: 'light', viewport: { width: 400, height: 800 } },
  ] as const)('has no fault that axe finds, with %o', async (options) => {
    const { page } = await opened(options);
    expect(await axeFaults(page)).toEqual([]);
    await page.close();
  });

  it('is walked by keyboard from the overview to what broke, which is on the screen then', async () => {
    const { page } = await opened();
    const overview = page.getByRole('region', { name: 'Versions and laws' });
    const cells = overview.locator('td.red a');
    expect(await cells.count()).toBe(links.length);
    const target = await cells.first().getAttribute('href');
    for (let step = 0; step < 200; step++) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate('document.activeElement.getAttribute("href")')) === target) break;
    }
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe(target);
    const shown = await page.locator(target!).boundingBox();
    expect(shown!.y).toBeLessThan(await page.evaluate<number>('innerHeight'));
    await page.close();
  });

  it('fits 400 px, and keeps the version in sight while its laws are scrolled', async () => {
    const { page } = await opened({ viewport: { width: 400, height: 800 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(400);
    const overview = page.getByRole('region', { name: 'Versions and laws' });
    const version = overview.locator('th[scope=row]').first();
    const before = await version.boundingBox();
    const far =
      'const region = document.querySelector(".scroll"); region.scrollTo(1e4, 0); region.scrollLeft';
    expect(await page.evaluate(far)).toBeGreaterThan(100);
    const after = await version.boundingBox();
    expect(Math.abs(after!.x - before!.x)).toBeLessThan(1);
    await page.close();
  });

  it('prints every case that broke a law', async () => {
    const { page } = await opened();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('details.finding pre.line:visible').count()).toBe(links.length);
    await page.close();
  });
});
