/** `auth-conformance replay`: one saved case on one build. */
import { Command } from '@commander-js/extra-typings';
import { installSubject } from '../../gateway/subject/install.ts';
import type { Violation } from '../../invariants/violation.ts';
import type { Observation } from '../../observation/observation.ts';
import { observationTable } from '../../reports/observation-table.ts';
import { htmlPage } from '../../reports/page/page.ts';
import { replayView } from '../../reports/page/replay-view.ts';
import { paintFor } from '../../reports/paint.ts';
import { setupText } from '../../reports/setup-text.ts';
import { createEvaluator } from '../../search/evaluate/evaluator.ts';
import { Interrupted } from '../../search/evaluate/interrupted.ts';
import { Stopped } from '../../search/evaluate/stopped.ts';
import { firstOfEach } from '../../search/saved/first-of-each.ts';
import { judgedBy, notTestable, replayCase } from '../../search/saved/replay-case.ts';
import type { ReplayFile } from '../../search/saved/replay-file.ts';
import { readSavedCase } from '../../search/saved/saved-case.ts';
import { logLine } from '../../support/log-line.ts';
import { writeJson, writeWhole } from '../../support/write-whole.ts';
import { exitCodes } from '../exit-codes.ts';
import { htmlOption, laneOption, lawOption, referenceOption, targetOption } from '../options.ts';
import { stopOnSignals } from '../stop-on-signals.ts';
import { checkReportFiles } from '../write-reports.ts';

export function replayCommand() {
  return new Command('replay')
    .description('run one saved case again: exit 0 conforms, 1 violates, 2 could not be tested')
    .argument('<case>', 'case file, or BASELINE#CAUSE: the id of a cause, or a part of one fingerprint')
    .addOption(targetOption())
    .addOption(laneOption('cli'))
    .addOption(referenceOption())
    .addOption(lawOption('the law to judge by, in place of the one that the case names'))
    .option('--json <file>', 'write verdict, violations and observations as JSON')
    .addOption(htmlOption())
    .action(async (file, options) => {
      checkReportFiles(options);
      const read = await readSavedCase(file);
      const { law } = options;
      const saved = law ? { ...read, claim: null } : read;
      const { reference } = options;
      const signal = stopOnSignals(logLine);
      const subject = await installSubject(options.target, logLine, signal);
      const seen: Observation[] = [];
      const kept = { get: () => undefined, add: (_: string, each: Observation) => void seen.push(each) };
      await using evaluator = await createEvaluator(subject, 1, { kept, signal, reference });
      const all = await replayCase(evaluator, saved, options.lane).catch((error: unknown) => {
        if (!(error instanceof Stopped || error instanceof Interrupted)) throw error;
        return notTestable(error.message, firstOfEach(seen));
      });
      const replay = law ? judgedBy(law, all) : all;
      const { verdict, reason, observations, violations, others } = replay;
      if (options.json) {
        const { target, lane } = options;
        const about = { replayVersion: 2, subject: { version: subject.version, target }, lane } as const;
        const shown = { violations: violations.map(inFile), others: others.map(inFile) };
        const content: ReplayFile = {
          ...about,
          claim: saved.claim,
          verdict,
          reason,
          ...shown,
          observations: [...observations],
        };
        await writeJson(options.json, content);
      }
      if (options.html) {
        const { target, lane } = options;
        const view = replayView({
          file,
          saved,
          subject: { version: subject.version, target },
          lane,
          reference,
          replay,
        });
        await writeWhole(options.html, htmlPage(view));
      }
      const paint = paintFor(process.stdout);
      const lines = [
        setupText(saved.case, subject.version, violations[0]?.paths ?? saved.claim?.paths),
        ...(observations.length > 0 ? [observationTable(observations)] : []),
        ...violations.map((each) => `${paint('red', `violates ${each.law}`)}: ${each.detail}`),
        ...others.map(
          (each) =>
            `also, ${law ? 'by another law' : 'not claimed by this case'}: ${each.law}: ${each.detail}`,
        ),
        ...(reason ? [paint('yellow', `not testable: ${reason}`)] : []),
        `openclaw ${subject.version}: ${paint('bold', verdict)}${saved.claim ? ` (claim: ${saved.claim.fingerprint})` : ''}`,
      ];
      process.stdout.write(`${lines.join('\n')}\n`);
      process.exitCode = exitCodes[verdict];
    });
}

/** A violation as the file has it. */
function inFile({ law, paths, fingerprint, detail }: Violation): ReplayFile['violations'][number] {
  return { law, paths: [...paths], fingerprint, detail };
}
