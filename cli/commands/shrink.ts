/** `auth-conformance shrink`: the smallest case that breaks the same law. */
import os from 'node:os';
import { Command } from '@commander-js/extra-typings';
import { installSubject } from '../../gateway/subject/install.ts';
import { traitsOf } from '../../gateway/versions/traits.ts';
import { type Case, caseArbitrary } from '../../generators/case.ts';
import { type AnyCase, isHomeCase } from '../../home-case/any-case.ts';
import { shrinkText } from '../../reports/shrink-text.ts';
import { createEvaluator } from '../../search/evaluate/evaluator.ts';
import { claimedViolation } from '../../search/evaluate/judge-case.ts';
import { readCaseFile, writeCaseFile } from '../../search/saved/case-file.ts';
import { absentPlugin, missingPart } from '../../search/saved/replay-case.ts';
import { claimOfCase } from '../../search/settle/claim-of-case.ts';
import { COARSE_STEPS } from '../../search/settle/coarse-steps.ts';
import { confirm } from '../../search/settle/confirm.ts';
import { explain } from '../../search/settle/explain.ts';
import { shrink } from '../../search/settle/shrink.ts';
import { BadInput } from '../../support/bad-input.ts';
import { logLine } from '../../support/log-line.ts';
import { suiteLine } from '../../support/shell-line.ts';
import { writeJsonNow } from '../../support/write-whole.ts';
import { laneOption, lawOption, secondCount, targetOption } from '../options.ts';
import { checkOutputs } from '../output-places.ts';
import { shrinkHomeCase } from '../shrink-home-case.ts';
import { stopOnSignals } from '../stop-on-signals.ts';

export function shrinkCommand() {
  return new Command('shrink')
    .description('find the smallest case that breaks the same law, and name the parts of it that matter')
    .argument('<case>', 'case file')
    .addOption(targetOption())
    .addOption(laneOption('embedded'))
    .addOption(lawOption('the law to keep broken (default: the claimed one, else the first that is)'))
    .option('--time <seconds>', 'stop with the best so far after this time', secondCount, 300)
    .option('--out <file>', 'where the smallest case is written (default: beside the case, .small.json)')
    .action(async (file, options) => {
      const saved = await readCaseFile(file);
      const start = saved.case;
      const { lane } = options;
      const out = options.out ?? file.replace(/(\.json)?$/, '.small.json');
      checkOutputs({ '--out': out });
      const signal = stopOnSignals(logLine);
      const subject = await installSubject(options.target, logLine, signal);
      const { version } = subject;
      const missing = missingPart(saved.case, version) ?? absentPlugin(saved.case, version);
      if (missing) throw new BadInput(`${file} cannot be run: ${missing}. Give another --target.`);
      await using evaluator = await createEvaluator(subject, os.availableParallelism(), { signal });
      const claim = await claimOfCase(evaluator, saved, options.law ?? null, lane);
      logLine(`keeping: ${claim.fingerprint}`);
      const seenOn = [...new Set([...saved.seenOn, version])];
      const contentOf = (value: AnyCase) => ({ ...saved, claim, seenOn, case: value });
      if (isHomeCase(start)) {
        const deadline = Date.now() + options.time * 1000;
        const text = await shrinkHomeCase(evaluator, start, {
          claim,
          lane,
          out,
          deadline,
          signal,
          contentOf,
        });
        process.stdout.write(`${text}\n`);
        signal.throwIfAborted();
        return;
      }
      const shows = async (value: Case, index = 0): Promise<boolean> => {
        const observe = evaluator.worker(index).warm(lane);
        return Boolean(await claimedViolation(observe, value, version, claim));
      };
      const started = Date.now();
      const deadline = started + options.time * 1000;
      const shrunk = await shrink(start, caseArbitrary(traitsOf(version).providers), shows, {
        deadline,
        steps: COARSE_STEPS,
        ahead: evaluator.workers,
        signal,
        // Whatever ends this process, the best so far is there.
        better: (value) => writeJsonNow(out, contentOf(value)),
      });
      const { value, complete } = shrunk;
      const seconds = Math.round((Date.now() - started) / 1000);
      await writeCaseFile(out, contentOf(value));
      const parts = complete
        ? await explain(value, shows, Date.now() + options.time * 1000).catch((error: unknown) => {
            if (signal.aborted) return [];
            throw error;
          })
        : [];
      const again = await confirm(evaluator, value, claim, 0, lane).catch((error: unknown) => {
        if (signal.aborted) return null;
        throw error;
      });
      const confirmedIn = again ? { confirmedIn: again.lane } : {};
      const time = String(options.time * 2);
      const goOn = suiteLine('shrink', out, '--target', options.target, '--lane', lane, '--time', time);
      const text = shrinkText({ ...shrunk, ...confirmedIn, claim, version, parts, seconds, goOn });
      process.stdout.write(`${text}\nwritten to ${out}\n`);
      signal.throwIfAborted();
    });
}
