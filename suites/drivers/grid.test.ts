/** The drivers, held against the grid of docs/openclaw-auth-contract.md 6 on a real build. */

import os from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installSubject } from '../../gateway/subject/install.ts';
import { ALL_PATHS } from '../../observation/path-name.ts';
import { createEvaluator, type Evaluator } from '../../search/evaluate/evaluator.ts';
import { logLine } from '../../support/log-line.ts';
import { cellText, GRID } from './grid.ts';

/** The version whose rows are run; the others of the grid are run by hand (docs/versions.md). */
const VERSION = process.env.GRID_TARGET ?? '2026.4.24';

let evaluator: Evaluator;
beforeAll(async () => {
  const subject = await installSubject(VERSION, logLine);
  evaluator = await createEvaluator(subject, os.availableParallelism());
});
afterAll(() => evaluator[Symbol.asyncDispose]());

describe.concurrent(`the embedded lane on ${VERSION}`, () => {
  for (const [index, { row, case: value, table, explained }] of GRID.entries()) {
    it(`puts on the wire what the contract says of "${row}"`, async () => {
      // The contract has measured some of the paths.
      const paths = ALL_PATHS.filter((path) => table[VERSION]?.[path] !== undefined);
      const observations = (await evaluator.worker(index).warm('embedded')(value, paths)) ?? [];
      const seen = Object.fromEntries(observations.map((each) => [each.path, cellText(each)]));
      const differences = Object.entries(explained?.[VERSION] ?? {}).map(([path, { seen: text }]) => [
        path,
        text,
      ]);
      expect(seen).toEqual({ ...table[VERSION], ...Object.fromEntries(differences) });
    });
  }
});
