import { existsSync, rmSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { searchPlan } from '../search/search-plan.ts';
import { standInBuild } from '../test-support/stand-in-build.ts';
import { recordedRun } from './recorded-run.ts';

vi.setConfig({ testTimeout: 240_000 });

const plan = searchPlan({
  target: standInBuild(DEFAULT_TARGET, { isFaulty: false }),
  paths: ['chat', 'completion'],
  providers: ['google'],
  cases: 1,
  steps: 0,
  workers: 1,
  allowGaps: true,
  survey: true,
  promoted: false,
});

/** The line that says how to go on with a run of which not everything could be written; empty where there is none. */
async function goOnOf(isWritten: boolean): Promise<string> {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const files = { html: 'my page.html', json: 'result.json' };
  await recordedRun(plan, { command: 'run', files }, async () => isWritten);
  const lines = written.mock.calls.map(([text]) => String(text));
  written.mockRestore();
  return lines.find((line) => line.startsWith('go on with: ')) ?? '';
}

it('keeps the record of a run of which something could not be written, and says how to go on with it', async () => {
  const line = await goOnOf(false);
  expect(line).toMatch(/--html 'my page.html' --json result.json$/m);
  const [, folder = ''] = line.match(/--resume (\S+)/) ?? [];
  expect(existsSync(folder)).toBe(true);
  rmSync(folder, { recursive: true });
  expect(await goOnOf(true)).toBe('');
});
