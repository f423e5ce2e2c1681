/** `auth-conformance bisect`: the version that broke a case, or fixed it. */
import { hash } from 'node:crypto';
import path from 'node:path';
import { Command } from '@commander-js/extra-typings';
import { installSubject } from '../../gateway/subject/install.ts';
import { publishedVersions } from '../../gateway/versions/published-versions.ts';
import { textOfCase } from '../../home-case/any-case.ts';
import type { Lane } from '../../observation/lane.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { createEvaluator } from '../../search/evaluate/evaluator.ts';
import { Stopped } from '../../search/evaluate/stopped.ts';
import { sourcesDigest } from '../../search/record/sources-digest.ts';
import { bisect } from '../../search/saved/bisect.ts';
import type { CaseFile } from '../../search/saved/case-file.ts';
import { missingPath } from '../../search/saved/missing-path.ts';
import { missingPart, replayCase } from '../../search/saved/replay-case.ts';
import { readSavedCase } from '../../search/saved/saved-case.ts';
import { rememberedTest, type TestedVersion, type Verdicts } from '../../search/saved/verdict-file.ts';
import { BadInput } from '../../support/bad-input.ts';
import { logLine } from '../../support/log-line.ts';
import { laneOption } from '../options.ts';
import { checkOutputs } from '../output-places.ts';
import { stopOnSignals } from '../stop-on-signals.ts';

/** The place of verdicts, below the folder in which it was started. */
const MEMORY = '.bisect';

export function bisectCommand() {
  return new Command('bisect')
    .description('find the first bad published version of a case, or the first good one')
    .argument(
      '<case>',
      'case file with a claim (shrink writes one), or BASELINE#CAUSE: the id of a cause, or a part of one fingerprint',
    )
    .option('--good <version>', 'a version that conforms (default: the newest)')
    .option('--bad <version>', 'a version that violates (default: the one the case was seen on)')
    .addOption(laneOption('embedded'))
    .option('--betas', 'also test beta versions', false)
    .action(async (file, options) => {
      const saved = await readSavedCase(file);
      if (!saved.claim)
        throw new BadInput(`${file} claims nothing. Run shrink on it first: it writes the claim.`);
      checkOutputs({}, { 'The folder': MEMORY });
      const all = await publishedVersions(options.betas);
      const bad = options.bad ?? saved.seenOn.at(-1);
      const good = options.good ?? all.at(-1);
      const ends = [good, bad].map((version) => all.indexOf(version ?? ''));
      const missing = [good, bad].find((_, index) => ends[index] === -1);
      if (ends.includes(-1))
        throw new BadInput(
          `${missing ?? 'the bad version'} is not on npm. Give a --good and a --bad version that are.`,
        );
      if (good === bad)
        throw new BadInput(`${bad} is the only version named. Give another --good or --bad than ${bad}.`);
      const versions = all.slice(Math.min(...ends), Math.max(...ends) + 1);
      logLine(`${versions.length} versions from ${versions[0]} to ${versions.at(-1)}`);

      const signal = stopOnSignals(logLine);
      const { test, memory, verdicts } = await remembered(saved, options.lane, signal);
      const found = await bisect(versions, test).catch((error: unknown) => {
        if (!(error instanceof Stopped)) throw error;
        const tested = Object.keys(verdicts).length;
        throw new Stopped(`${error.message}; ${tested} versions are tested, and the same command goes on`);
      });
      if (!found) {
        throw new BadInput(
          `No version changes the verdict: ${verdictsText(versions, verdicts)}. Give a --good and a --bad version that are so.`,
        );
      }
      const isFix = (await test(found.after)) === 'conforms';
      const between =
        found.untested.length > 0 ? `; not testable between them: ${found.untested.join(', ')}` : '';
      process.stdout.write(
        `first ${isFix ? 'good' : 'bad'}: ${found.after} (last ${isFix ? 'bad' : 'good'}: ${found.before})${between}\nverdicts kept in ${memory}\n`,
      );
    });
}

/** Tests a version once, and remembers over runs of these sources. */
async function remembered(saved: CaseFile, lane: Lane, signal: AbortSignal) {
  const digest = hash(
    'sha256',
    `${packageJson.version} ${sourcesDigest('verdicts')} ${textOfCase(saved.case)} ${saved.claim?.fingerprint} ${lane}`,
  );
  const memory = path.join(MEMORY, `${digest.slice(0, 10)}.json`);
  const replay = async (version: string): Promise<TestedVersion> => {
    const tested = await replayOn(version, saved, lane, signal);
    logLine(`${version}: ${tested.verdict}${tested.reason ? ` (${tested.reason})` : ''}`);
    return tested;
  };
  return { ...(await rememberedTest(memory, replay)), memory };
}

/** The versions that were tested, and one reason for each that could not be. */
function verdictsText(versions: readonly string[], verdicts: Verdicts): string {
  const tested = versions.flatMap((version) => {
    const { verdict } = verdicts[version] ?? {};
    return verdict && verdict !== 'not testable' ? [`${version} ${verdict}`] : [];
  });
  const untested = versions.filter((version) => verdicts[version]?.verdict === 'not testable');
  const byReason = Map.groupBy(untested, (version) => verdicts[version]?.reason);
  const ranges = [...byReason].map(
    ([reason, [first, ...rest]]) =>
      `not testable: ${rest.length > 0 ? `${rest.length + 1} versions from ${first} to ${rest.at(-1)}` : first} (${reason})`,
  );
  return [...tested, ...ranges].join('; ');
}

async function replayOn(
  version: string,
  saved: CaseFile,
  lane: Lane,
  signal: AbortSignal,
): Promise<TestedVersion> {
  const missing = missingPart(saved.case, version) ?? missingPath(saved, version);
  if (missing) return { verdict: 'not testable', reason: missing, isLasting: true };
  const subject = await installSubject(version, logLine, signal).catch((error: unknown) => {
    if (error instanceof BadInput) return error;
    throw error;
  });
  if (subject instanceof BadInput)
    return { verdict: 'not testable', reason: subject.message, isLasting: false };
  await using evaluator = await createEvaluator(subject, 1, { signal });
  const { verdict, reason } = await replayCase(evaluator, saved, lane);
  return { verdict, reason, isLasting: verdict !== 'not testable' };
}
