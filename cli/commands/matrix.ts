/** `auth-conformance matrix`: saved cases on many versions, as one page. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { Command } from '@commander-js/extra-typings';
import { parseTarget } from '../../gateway/subject/target.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { matrixPage } from '../../reports/matrix-page.ts';
import { Stopped } from '../../search/evaluate/stopped.ts';
import { readCaseFile } from '../../search/saved/case-file.ts';
import { keptRow, type NamedCase, type VersionRow, versionRow } from '../../search/saved/matrix.ts';
import { BadInput } from '../../support/bad-input.ts';
import { dayOf } from '../../support/day.ts';
import { logLine } from '../../support/log-line.ts';
import { PACKAGE_ROOT } from '../../support/package-root.ts';
import { writeJson, writeWhole } from '../../support/write-whole.ts';
import { exitCodes } from '../exit-codes.ts';
import { laneOption, textList, workersOption } from '../options.ts';
import { checkOutputs } from '../output-places.ts';
import { stopOnSignals } from '../stop-on-signals.ts';

export function matrixCommand() {
  return new Command('matrix')
    .description('run the saved cases on many versions, and write versions × laws × paths as one page')
    .requiredOption('--targets <list>', 'versions, separated by commas', textList)
    .requiredOption('--html <file>', 'the page')
    .option('--from <folder>', 'where the cases are', path.relative('', path.join(PACKAGE_ROOT, 'cases')))
    .option('--keep <folder>', 'where finished versions are kept, so that a stopped run goes on', '.matrix')
    .addOption(laneOption('embedded'))
    .addOption(workersOption())
    .action(async (options) => {
      for (const target of options.targets) parseTarget(target);
      checkOutputs({ '--html': options.html }, { '--keep': options.keep });
      const cases = await casesIn(options.from);
      const signal = stopOnSignals(logLine);
      const rows: VersionRow[] = [];
      let stopped: Stopped | null = null;
      for (const [index, target] of options.targets.entries()) {
        const kept = path.join(options.keep, `${options.lane}-${target.replaceAll(/[^\w.-]/g, '_')}.json`);
        // Only a version is the same build tomorrow.
        const isFixed = parseTarget(target).kind === 'version';
        const before = isFixed ? await keptRow(kept, cases) : null;
        logLine(`${index + 1} of ${options.targets.length}: ${target}${before ? ', kept from before' : ''}`);
        try {
          const row = before ?? (await versionRow(target, cases, { ...options, log: logLine, signal }));
          if (!before) await writeJson(kept, row);
          rows.push(row);
        } catch (error) {
          if (!(error instanceof Stopped)) throw error;
          stopped = error;
          break;
        }
      }
      const date = dayOf(new Date());
      const about = { lane: options.lane, suite: packageJson.version, date };
      await writeWhole(options.html, matrixPage({ rows, ...about, stopped: stopped?.message ?? null }));
      const red = rows.filter(({ violations }) => violations.length > 0);
      process.stdout.write(
        `${rows.length} versions, ${red.length} of them break a law; the page is ${options.html}\n`,
      );
      const untested = rows.filter(({ tested }) => tested.length === 0);
      if (untested.length > 0)
        process.stdout.write(`not testable: ${untested.map(({ version }) => version).join(', ')}\n`);
      if (stopped) logLine(`${stopped.message}; the same command goes on with the other versions`);
      const isPartial = stopped !== null || untested.length > 0;
      process.exitCode = exitCodes[red.length > 0 ? 'violates' : isPartial ? 'not testable' : 'conforms'];
    });
}

async function casesIn(folder: string): Promise<NamedCase[]> {
  const names = existsSync(folder)
    ? (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
    : [];
  if (names.length === 0)
    throw new BadInput(`--from ${folder} holds no case. Give a folder of .json case files.`);
  return Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      return { file, saved: await readCaseFile(file) };
    }),
  );
}
