/** A program that searches a stand-in as `run` searches a build: slowly, with a journal, until it is done or stopped. */
import { writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { exitCodes } from '../cli/exit-codes.ts';
import { stopOnSignals } from '../cli/stop-on-signals.ts';
import { keptObservations } from '../search/evaluate/kept-observations.ts';
import { verdictOf } from '../search/result/verdict.ts';
import { logLine } from '../support/log-line.ts';
import { manyFaults, run, standInOnDrivers } from './stand-in.ts';

const signal = stopOnSignals(logLine);
const kept = keptObservations('observations.jsonl');
const evaluator = await standInOnDrivers(manyFaults, { kept, signal }, () => setTimeout(15));
const result = await run(evaluator, { cases: 20 }, { signal });
writeFileSync('result.json', JSON.stringify(result));
process.exitCode = exitCodes[verdictOf(result)];
