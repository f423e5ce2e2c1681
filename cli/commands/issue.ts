/** `auth-conformance issue`: a ready issue body for a case. */
import { Command } from '@commander-js/extra-typings';
import { installSubject } from '../../gateway/subject/install.ts';
import { parseTarget } from '../../gateway/subject/target.ts';
import { claimOf } from '../../invariants/violation.ts';
import { issueBody } from '../../reports/issue/body.ts';
import { createEvaluator } from '../../search/evaluate/evaluator.ts';
import { replayCase } from '../../search/saved/replay-case.ts';
import { readSavedCase } from '../../search/saved/saved-case.ts';
import { BadInput } from '../../support/bad-input.ts';
import { logLine } from '../../support/log-line.ts';
import { targetOption } from '../options.ts';
import { stopOnSignals } from '../stop-on-signals.ts';

export function issueCommand() {
  return new Command('issue')
    .description('replay a case with the real command, and print an issue body in Markdown')
    .argument('<case>', 'case file, or BASELINE#CAUSE: the id of a cause, or a part of one fingerprint')
    .addOption(targetOption())
    .option('--also <specs...>', 'other versions to check')
    .action(async (file, { target, also = [] }) => {
      for (const spec of [target, ...also]) parseTarget(spec);
      const saved = await readSavedCase(file);
      const signal = stopOnSignals(logLine);
      const replay = async (spec: string) => {
        const subject = await installSubject(spec, logLine, signal);
        await using evaluator = await createEvaluator(subject, 1, { signal });
        // An issue tells of the claimed paths alone: the others would cost a command each.
        return {
          version: subject.version,
          ...(await replayCase(evaluator, saved, 'cli', 0, saved.claim?.paths)),
        };
      };
      const { version, violations, observations, verdict, reason } = await replay(target);
      const [violation] = violations;
      if (!violation) {
        throw new BadInput(
          `${file} is no bug of openclaw ${version}: ${reason ?? verdict}. Give another --target.`,
        );
      }
      const versions: Record<string, string> = {};
      for (const spec of also) {
        const other = await replay(spec);
        versions[other.version] = other.verdict;
      }
      const claim = claimOf(violation);
      const seenOn = [...new Set([...saved.seenOn, version])];
      const caseFile = JSON.stringify({ ...saved, claim: saved.claim ?? claim, seenOn }, null, 2);
      process.stdout.write(
        issueBody({ value: saved.case, version, violation, observations, versions, caseFile }),
      );
    });
}
