/**
 * Groups the entries of a baseline by cause on a build: each is shrunk, and every repair is tried on it alone.
 *
 * `pnpm exec node checks/causes.ts [--baseline FILE] [--target SPEC] [--entries N] [--seed N] [--by-hand FILE] [--keep FILE] [--workers N]`.
 * Prints the causes, each with its entries. `--by-hand` names a file of JSON with the cause of each entry that somebody read,
 * by fingerprint; then only these are taken, and purity and inverse purity are printed. `--keep` names a file of observations, so
 * that what was stopped goes on.
 */
import { Command } from 'commander';
import fc from 'fast-check';
import { z } from 'zod';
import { seedNumber, wholeNumber } from '../cli/options.ts';
import { installSubject } from '../gateway/subject/install.ts';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { traitsOf } from '../gateway/versions/traits.ts';
import { type Case, caseArbitrary } from '../generators/case.ts';
import { onFewestPaths } from '../invariants/violation.ts';
import { causeLine } from '../reports/cause-text.ts';
import { unpainted } from '../reports/paint.ts';
import { readBaseline, shippedBaseline } from '../search/baseline/baseline.ts';
import { causesFor, claimOfKnown, type KnownFinding } from '../search/baseline/known-cause.ts';
import { causeId, causeOf } from '../search/causes/cause.ts';
import { causesOf } from '../search/causes/found-causes.ts';
import { signatureOf } from '../search/causes/signature.ts';
import { createEvaluator } from '../search/evaluate/evaluator.ts';
import { claimedViolation } from '../search/evaluate/judge-case.ts';
import { keptObservations } from '../search/evaluate/kept-observations.ts';
import { mapRoundRobin } from '../search/evaluate/map-round-robin.ts';
import { COARSE_STEPS } from '../search/settle/coarse-steps.ts';
import { SHRINK_TRIES, shrink } from '../search/settle/shrink.ts';
import { logLine } from '../support/log-line.ts';
import { readJson } from '../support/read-json.ts';
import { groupingQuality } from './grouping-quality.ts';

const options = new Command('causes')
  .option('--baseline <file>', 'the violations', shippedBaseline() ?? '')
  .option('--target <spec>', 'version, .tgz or folder', DEFAULT_TARGET)
  .option('--entries <n>', 'how many of them', wholeNumber(100_000), 100_000)
  .option('--seed <n>', 'which of them', seedNumber, 1)
  .option('--by-hand <file>', 'the causes of entries that were read, by fingerprint')
  .option('--keep <file>', 'where observations are kept')
  .option('--workers <n>', 'subjects side by side', wholeNumber(256), 1)
  .parse()
  .opts<{
    baseline: string;
    target: string;
    entries: number;
    seed: number;
    byHand?: string;
    keep?: string;
    workers: number;
  }>();
const byHand = options.byHand ? z.record(z.string(), z.string()).parse(await readJson(options.byHand)) : null;
const subject = await installSubject(options.target, logLine);
const { version } = subject;
const { causes } = await readBaseline(options.baseline);
const all = causesFor(causes, version).flatMap((each) => each.findings);
const read = byHand ? all.filter(({ fingerprint }) => String(fingerprint) in byHand) : all;
const [entries = []] = fc.sample(
  fc.shuffledSubarray(read, {
    minLength: Math.min(options.entries, read.length),
    maxLength: Math.min(options.entries, read.length),
  }),
  { seed: options.seed, numRuns: 1 },
);
const kept = options.keep ? keptObservations(options.keep) : undefined;
await using evaluator = await createEvaluator(subject, options.workers, { kept });
const arbitrary = caseArbitrary(traitsOf(version).providers);

const signed = await mapRoundRobin(entries, evaluator.workers, async (entry, index) => {
  const found = await signedEntry(entry, index);
  logLine(
    `${index + 1} of ${entries.length}: ${found?.cause ? causeId(found.cause) : 'not shown'} ${entry.fingerprint}`,
  );
  return found;
});
const findings = signed.filter((each) => each !== null);
for (const cause of causesOf(findings)) {
  process.stdout.write(`${causeLine(cause, unpainted)}\n`);
  for (const each of cause.findings) process.stdout.write(`      ${byHand?.[String(each)] ?? ''} ${each}\n`);
}
process.stdout.write(
  `openclaw ${version}: ${entries.length} entries, ${findings.length} shown, ${causesOf(findings).length} causes\n`,
);
if (byHand) {
  const { purity, inversePurity } = groupingQuality(
    findings.map(({ fingerprint, cause }) => ({
      group: cause ? causeId(cause) : String(fingerprint),
      label: byHand[String(fingerprint)]!,
    })),
  );
  process.stdout.write(`purity ${purity.toFixed(2)}, inverse purity ${inversePurity.toFixed(2)}\n`);
}

/** Null where the build does not show it. */
async function signedEntry(entry: KnownFinding, index: number) {
  const observe = evaluator.worker(index).warm('embedded');
  const { law, paths, fingerprint } = claimOfKnown(entry);
  const claim = { law, ...onFewestPaths({ paths, fingerprint }) };
  const shows = async (value: Case) => Boolean(await claimedViolation(observe, value, version, claim));
  if (!(await shows(entry.case))) return null;
  const { value } = await shrink(entry.case, arbitrary, shows, { steps: COARSE_STEPS, tries: SHRINK_TRIES });
  const signature = await signatureOf(observe, value, version, claim);
  const observations = (await observe(value, claim.paths)) ?? [];
  const cause = causeOf({ law, fingerprint, signature, observations });
  return { law, fingerprint, status: 'known' as const, known: null, observations, cause };
}
