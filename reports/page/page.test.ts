/** The page of a run in a real browser, where the machine has one. */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { axeFaults, executablePath, launchBrowser, openFile } from '../../test-support/browser.ts';
import { manyFindings } from '../../test-support/many-findings.ts';
import { htmlPage } from './page.ts';
import { runView } from './run-view.ts';

// A browser on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });
const POLL = { timeout: 20_000 };

const folder = mkdtempSync(path.join(os.tmpdir(), 'page-test-'));
const file = path.join(folder, 'page.html');
const view = runView(await manyFindings());
writeFileSync(file, htmlPage(view));
afterAll(() => rmSync(folder, { recursive: true }));

it('has at least 30 findings in at most 1.5 MB, worst first', () => {
  expect(view.findings.length).toBeGreaterThanOrEqual(30);
  expect(statSync(file).size).toBeLessThanOrEqual(1_500_000);
  expect(view.findings[0]?.harm).toBe('secret to another host');
  expect(view.findings.at(-1)?.harm).toBe('wrong words');
});

describe.skipIf(!executablePath)(`in a browser (${executablePath ?? 'skipped: no Chromium here'})`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  const opened = (options?: BrowserContextOptions) => openFile(browser, file, options);
  const shown = (page: Page) => page.locator('details.finding:visible').count();

  it('asks for nothing but itself, and runs no text of a finding', async () => {
    const { page, asked, complaints } = await opened();
    await page.getByRole('button', { name: 'Open all' }).click();
    expect(asked).toEqual([pathToFileURL(file).href]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each(['law', 'status', 'path', 'provider', 'harm'])('filters by %s', async (name) => {
    const { page } = await opened();
    const select = page.locator(`select[name=${name}]`);
    const value = (await select.locator('option').nth(1).textContent()) ?? '';
    await select.selectOption(value);
    const fits = view.findings.filter((each) =>
      name === 'law'
        ? each.law.id === value
        : name === 'path'
          ? each.paths.some((one) => one === value)
          : name === 'harm'
            ? each.harm.replaceAll(' ', '-') === value
            : each[name as 'status' | 'provider'] === value,
    );
    expect(await shown(page)).toBe(fits.length);
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => shown(page), POLL).toBe(view.findings.length);
    await page.close();
  });

  it('copies the line that replays a finding', async () => {
    const { page } = await opened();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('details.finding > summary').first().click();
    await page.locator('button.copy:visible').first().click();
    await expect
      .poll(() => page.evaluate('navigator.clipboard.readText()'), POLL)
      .toBe(view.findings[0]?.replay);
    await page.close();
  });

  it('shows five problems, and the others at a click', async () => {
    expect(view.problems.length).toBeGreaterThan(5);
    const { page } = await opened();
    const visible = () => page.locator('main > ul > li:visible, details:not(.finding) li:visible').count();
    expect(await visible()).toBe(5);
    await page.getByText(`and ${view.problems.length - 5} more`).click();
    expect(await visible()).toBe(view.problems.length);
    await page.close();
  });

  it('is walked by keyboard: problems, causes, filters, then findings, which open', async () => {
    const { page } = await opened();
    const focused: string[] = [];
    const tab = async () => {
      await page.keyboard.press('Tab');
      return String(await page.evaluate('document.activeElement.tagName'));
    };
    expect(await tab()).toBe('SUMMARY');
    for (let step = 0; step < 100 && focused.at(-1) !== 'SUMMARY'; step++) focused.push(await tab());
    const links = view.causes.flatMap((each) => each.findings);
    expect(links.length).toBeGreaterThan(0);
    expect(focused.splice(0, focused.indexOf('SELECT'))).toEqual(['DIV', ...links.map(() => 'A')]);
    expect(focused).toEqual([...Array(5).fill('SELECT'), ...Array(3).fill('BUTTON'), 'SUMMARY']);
    await page.keyboard.press('Enter');
    expect(await page.locator('details.finding[open]').count()).toBe(1);
    await page.close();
  });

  it.each(['light', 'dark'] as const)('has no fault that axe finds, in %s, all open', async (colorScheme) => {
    const { page } = await opened({ colorScheme });
    const openAll = () => page.getByRole('button', { name: 'Open all' }).click();
    expect(await axeFaults(page, openAll)).toEqual([]);
    await page.close();
  });

  it('fits 400 px, and prints what is closed on a screen', async () => {
    const { page } = await opened({ viewport: { width: 400, height: 800 } });
    await page.getByRole('button', { name: 'Open all' }).click();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(400);
    await page.getByRole('button', { name: 'Close all' }).click();
    const pages = async () => (await page.pdf()).toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
    expect(await pages()).toBeGreaterThan(10);
    await page.close();
  });
});
