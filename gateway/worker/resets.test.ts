import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { CLOSES_DATABASES, REMEMBERS_MODELS_FILES } from '../versions/names-in-bundle.ts';
import { loadResets } from './resets.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'resets-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The numbers of runs before which databases were closed, out of 401. */
async function closings(name: string, mayStayOpen: boolean): Promise<number[]> {
  const file = path.join(folder, `${name}.mjs`);
  writeFileSync(file, `export let closed = 0;\nexport function ${CLOSES_DATABASES}() { closed += 1; }\n`);
  const module = (await import(file)) as { closed: number };
  const reset = await loadResets(
    [{ name: CLOSES_DATABASES, file, export: CLOSES_DATABASES, property: null }],
    () => mayStayOpen,
  );
  const before: number[] = [];
  for (let runs = 0; runs <= 400; runs += 1) {
    const closed = module.closed;
    await reset(runs);
    if (module.closed > closed) before.push(runs);
  }
  return before;
}

it('databases are closed before the limit of a build is reached', async () => {
  expect((await closings('limited', false)).slice(0, 3)).toEqual([40, 80, 120]);
});

it('where they may stay open for longer, they do not for ever', async () => {
  expect(await closings('lifted', true)).toEqual([200, 400]);
});

it('what a build remembers of the models.json files of earlier homes is forgotten, if it remembers any', async () => {
  const reset = await loadResets([], () => true);
  await reset(0);
  const readyCache = new Map([['/home/.openclaw/agents/main/agent/models.json', 'written']]);
  const key = Symbol.for(REMEMBERS_MODELS_FILES);
  Object.assign(globalThis, { [key]: { writeLocks: new Map(), readyCache } });
  await reset(1);
  expect(readyCache.size).toBe(0);
  Reflect.deleteProperty(globalThis, key);
});
