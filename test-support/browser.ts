/** A real browser, where the machine has one: CHROMIUM names it, or it is in a usual place. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** Undefined where the machine has none. */
export const executablePath = [process.env.CHROMIUM ?? '', ...USUAL].find(
  (file) => file !== '' && existsSync(file),
);
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] });

/** A page from disk, with what it asked for and what it said while it is open. */
export async function openFile(browser: Browser, file: string, options: BrowserContextOptions = {}) {
  const page = await browser.newPage(options);
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(`dialog ${dialog.message()}`));
  await page.goto(pathToFileURL(file).href);
  return { page, asked, complaints };
}

/**
 * The faults that axe-core finds in a page, once it is reloaded.
 *
 * @param prepare brings the reloaded page into the state that is looked at
 */
export async function axeFaults(page: Page, prepare?: () => Promise<void>): Promise<string[]> {
  await page.addInitScript({ path: AXE });
  await page.reload();
  await prepare?.();
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}
