/** `auth-conformance issue`: a ready issue body for a case. */
import { Command } from 'commander';
import { installSubject } from '../../gateway/subject/install.ts';
import { DEFAULT_TARGET } from '../../gateway/versions/default-target.ts';
import { claimOf } from '../../invariants/law.ts';
import { issueBody } from '../../reports/issue.ts';
import { createEvaluator } from '../../search/evaluate/evaluator.ts';
import { readCaseFile } from '../../search/saved/case-file.ts';
import { replayCase } from '../../search/saved/replay-case.ts';
import { BadInput } from '../../support/bad-input.ts';

export function issueCommand(): Command {
  return new Command('issue')
    .description('replay a case with the real command, and print an issue body in Markdown')
    .argument('<case>', 'case file')
    .option('--target <spec>', 'version, latest, .tgz or folder', DEFAULT_TARGET)
    .option('--also <specs...>', 'other versions to check')
    .action(async (file: string, { target, also = [] }: { target: string; also?: string[] }) => {
      const saved = await readCaseFile(file);
      const replay = async (spec: string) => {
        const subject = await installSubject(spec, (line) => process.stderr.write(`${line}\n`));
        const evaluator = await createEvaluator(subject, 1);
        try {
          return { version: subject.version, ...(await replayCase(evaluator, saved, 'cli')) };
        } finally {
          await evaluator.close();
        }
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
