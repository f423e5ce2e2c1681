/** A search that ends early, in whatever way, loses nothing: its result has what was found, and it goes on where it was. */
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { subjectCache } from '../gateway/subject/subject-cache.ts';
import type { Fingerprint } from '../invariants/fingerprint.ts';
import { type Fault, manyFaults, run, standIn, standInOnDrivers } from '../test-support/stand-in.ts';
import { keptObservations } from './evaluate/kept-observations.ts';
import { Stopped } from './evaluate/stopped.ts';
import type { Finding, Result } from './result/result.ts';
import { verdictOf } from './result/verdict.ts';

// Each search draws its cases anew, on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000 });

const CASES = { cases: 20 };
const PROGRAM = fileURLToPath(new URL('../test-support/stand-in-run.ts', import.meta.url));
const fresh = () => mkdtempSync(path.join(os.tmpdir(), 'stopped-search-'));
const whole = await run(await standInOnDrivers(manyFaults), CASES);

/** The runs of paths that the whole search takes. */
let runs = 0;
const count = (): void => {
  runs += 1;
};
await run(await standInOnDrivers(manyFaults, {}, count), CASES);
const RUNS = runs;

/** Whatever took time is not compared. */
function facts({ seconds: _, phases: __, lawTimes: ___, ...rest }: Result): object {
  return rest;
}

/** A search that is stopped at its n-th run of a path. */
async function stoppedAt(runs: number, file: string): Promise<Result> {
  const controller = new AbortController();
  let left = runs;
  const kept = keptObservations(file);
  const tell = () => {
    left -= 1;
    if (left === 0) controller.abort(new Stopped('stopped by SIGINT'));
  };
  const evaluator = await standInOnDrivers(manyFaults, { kept, signal: controller.signal }, tell);
  return run(evaluator, CASES, { signal: controller.signal });
}

describe('a search that is stopped', () => {
  it('is the same on drivers as on the stand-in itself', async () => {
    expect(
      whole.findings.map(({ fingerprint, case: value, status }) => [fingerprint, value, status]),
    ).toEqual(
      (await run(standIn(manyFaults), CASES)).findings.map((each) => [
        each.fingerprint,
        each.case,
        each.status,
      ]),
    );
    expect(whole.findings.length).toBeGreaterThanOrEqual(2);
  });

  it('reports what is there, and goes on to the result of an undisturbed one, wherever it is stopped', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: RUNS }), { minLength: 1, maxLength: 2 }),
        async (stops) => {
          const file = path.join(fresh(), 'observations.jsonl');
          for (const stop of stops) {
            const stopped = await stoppedAt(stop, file);
            // A later sitting may have fewer runs left than that.
            if (stopped.stopped === null) continue;
            expect(stopped.stopped).toBe('stopped by SIGINT');
            expect(verdictOf(stopped)).toBe(stopped.findings.length > 0 ? 'violates' : 'not testable');
            const known = whole.findings.map(({ fingerprint }) => fingerprint);
            for (const { fingerprint } of stopped.findings) expect(known).toContain(fingerprint);
          }
          const evaluator = await standInOnDrivers(manyFaults, { kept: keptObservations(file) });
          expect(facts(await run(evaluator, CASES))).toEqual(facts(whole));
        },
      ),
      { numRuns: 4, seed: 25 },
    );
  });

  it('judges nothing by a process that was killed under it, says so, and goes on to an undisturbed result', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: RUNS }), async (killed) => {
        let left = killed;
        const interrupted: Fault = (...asked) => {
          left -= 1;
          const outcome = { kind: 'failure', class: 'interrupted', message: '' } as const;
          return left === 0 ? { requests: [], probe: null, outcome } : manyFaults(...asked);
        };
        const file = path.join(fresh(), 'observations.jsonl');
        const first = await run(await standInOnDrivers(interrupted, { kept: keptObservations(file) }), CASES);
        expect(first.stopped).toMatch(/^a process of the build was killed while (chat|image|probe) ran/);
        // Only the search goes on with other cases.
        const isWhole = first.cases.achieved === first.cases.asked;
        expect(first.notTestable).toMatchObject(isWhole ? [] : [{ reason: 'interrupted', count: 1 }]);
        const known = whole.findings.map(({ fingerprint }) => fingerprint);
        for (const { fingerprint, status } of first.findings) {
          expect(known).toContain(fingerprint);
          expect(status).not.toBe('flaky');
        }
        const evaluator = await standInOnDrivers(manyFaults, { kept: keptObservations(file) });
        expect(facts(await run(evaluator, CASES))).toEqual(facts(whole));
      }),
      { numRuns: 6, seed: 25 },
    );
  });

  it('goes on from a journal that a killed process left, cut anywhere', async () => {
    const file = path.join(fresh(), 'observations.jsonl');
    await stoppedAt(60, file);
    const size = statSync(file).size;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: size }), async (bytes) => {
        const copy = path.join(fresh(), 'observations.jsonl');
        appendFileSync(copy, readFileSync(file));
        truncateSync(copy, bytes);
        const evaluator = await standInOnDrivers(manyFaults, { kept: keptObservations(copy) });
        expect(facts(await run(evaluator, CASES))).toEqual(facts(whole));
      }),
      { numRuns: 4, seed: 25 },
    );
  });

  it('ends with one line when the disk is full, and with all that was found until then', async () => {
    let left = 50;
    const full = Object.assign(new Error("ENOSPC: no space left on device, write 'x'"), { code: 'ENOSPC' });
    const kept = {
      get: () => undefined,
      add() {
        left -= 1;
        if (left < 0) throw full;
      },
    };
    const result = await run(await standInOnDrivers(manyFaults, { kept }), CASES);
    expect(result.stopped).toMatch(/^no space is left/);
    expect(result.stopped).not.toContain('\n');
    expect(result.cases.achieved).toBeGreaterThan(5);
    expect(result.findings.length).toBeGreaterThan(0);
  });

  it('names an error that nobody foresaw, with its stack, and keeps what was found', async () => {
    let left = 50;
    const evaluator = await standInOnDrivers(manyFaults, {}, () => {
      left -= 1;
      if (left === 0) throw new TypeError('a fault of the suite');
    });
    const result = await run(evaluator, CASES);
    expect(result.stopped).toMatch(/TypeError: a fault of the suite\n +at /);
    expect(result.findings.length).toBeGreaterThan(0);
  });

  it('tells what it finds when it is met, before anything else', async () => {
    const told: Fingerprint[] = [];
    const found = ({ fingerprint }: Finding) => void told.push(fingerprint);
    await run(await standInOnDrivers(manyFaults), CASES, { found });
    expect(new Set(told)).toEqual(new Set(whole.findings.map(({ fingerprint }) => fingerprint)));
  });
});

describe('a process that searches', () => {
  const start = (folder: string) =>
    execa(process.execPath, ['--disable-warning=ExperimentalWarning', PROGRAM], {
      cwd: folder,
      // The same builds and plugins as here: by default they are those of the current folder.
      env: { OPENCLAW_CONFORMANCE_CACHE: subjectCache() },
      reject: false,
    });
  const resultIn = (folder: string): Result =>
    JSON.parse(readFileSync(path.join(folder, 'result.json'), 'utf8')) as Result;
  const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  /** Until the process has begun: it is then at some moment of its search. */
  async function begun(folder: string): Promise<void> {
    while (!readdirSync(folder).includes('observations.jsonl')) await wait(20);
  }

  it.each([
    ['SIGINT', 100],
    ['SIGTERM', 600],
    ['SIGKILL', 500],
  ] as const)(
    'ends after %s, and its successor reaches the findings of an undisturbed one',
    async (signal, after) => {
      const folder = fresh();
      const child = start(folder);
      await begun(folder);
      await wait(after);
      child.kill(signal);
      const { exitCode } = await child;
      if (signal !== 'SIGKILL') {
        const stopped = resultIn(folder);
        expect([exitCode, stopped.stopped]).toEqual([
          stopped.findings.length > 0 ? 1 : 2,
          `stopped by ${signal}`,
        ]);
      }
      const second = await start(folder);
      expect(second.exitCode).toBe(1);
      expect(facts(resultIn(folder))).toEqual(facts(JSON.parse(JSON.stringify(whole)) as Result));
    },
  );
});
