/** `auth-conformance replay`: one saved case on one build. */
import { Command } from 'commander';
import { ALL_PATHS, type Lane, type Observation } from '../../gateway/observation.ts';
import { installSubject } from '../../gateway/subject/install.ts';
import { DEFAULT_TARGET } from '../../gateway/subject/subject.ts';
import { traitsOf } from '../../gateway/subject/version-traits.ts';
import { judge } from '../../invariants/laws.ts';
import { observationTable } from '../../reports/observation-table.ts';
import { setupText } from '../../reports/setup-text.ts';
import { type CaseFile, readCaseFile } from '../../search/case-file.ts';
import { createEvaluator } from '../../search/evaluator.ts';
import type { Verdict } from '../../search/result.ts';
import { exitCodes } from '../exit-codes.ts';
import { laneName } from '../options.ts';

export function replayCommand(): Command {
  return new Command('replay')
    .description('run one saved case again: exit 0 conforms, 1 violates, 2 could not be tested')
    .argument('<case>', 'case file')
    .option('--target <spec>', 'version, latest, .tgz or folder', DEFAULT_TARGET)
    .option('--lane <lane>', 'cli (a fresh process each) or embedded', laneName, 'cli')
    .action(async (file: string, options: { target: string; lane: Lane }) => {
      const saved = await readCaseFile(file);
      const subject = await installSubject(options.target, (line) => process.stderr.write(`${line}\n`));
      const evaluator = await createEvaluator(subject, 1);
      try {
        const observations = (await evaluator.observe(saved.case, ALL_PATHS, options.lane, 0)) ?? [];
        const { verdict, lines } = judgement(saved, subject.version, observations);
        const text = [setupText(saved.case, subject.version), observationTable(observations), ...lines];
        process.stdout.write(`${text.join('\n')}\n`);
        process.exitCode = exitCodes[verdict];
      } finally {
        await evaluator.close();
      }
    });
}

/** A case with a claim is judged by its claim; one without, by every law. */
function judgement(
  saved: CaseFile,
  version: string,
  observations: readonly Observation[],
): { verdict: Verdict; lines: string[] } {
  const { claim } = saved;
  const { providers } = traitsOf(version);
  if (!providers.includes(saved.case.provider.id)) {
    const reason = `${saved.case.provider.id} is not part of openclaw ${version} as installed from npm`;
    return { verdict: 'not testable', lines: [`not testable: ${reason}`] };
  }
  const missing = claim?.paths.filter((path) => {
    const outcome = observations.find((each) => each.path === path)?.outcome;
    return outcome?.kind === 'unsupported' || (outcome?.kind === 'failure' && outcome.class === 'bad-config');
  });
  if (missing && missing.length > 0) {
    return {
      verdict: 'not testable',
      lines: [`not testable: ${missing.join(', ')} could not be run on ${version}`],
    };
  }
  const all = judge({ value: saved.case, version, observations });
  const violations = claim ? all.filter(({ fingerprint }) => fingerprint === claim.fingerprint) : all;
  const others = all.filter((violation) => !violations.includes(violation));
  const verdict = violations.length > 0 ? 'violates' : 'conforms';
  return {
    verdict,
    lines: [
      ...violations.map(({ law, detail }) => `violates ${law}: ${detail}`),
      ...others.map(({ law, detail }) => `also, not claimed by this case: ${law}: ${detail}`),
      `openclaw ${version}: ${verdict}${claim ? ` (claim: ${claim.fingerprint})` : ''}`,
    ],
  };
}
