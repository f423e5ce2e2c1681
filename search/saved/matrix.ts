/** Saved cases on many builds: which law is broken on which path of which version. */
import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { installSubject } from '../../gateway/subject/install.ts';
import { anyCaseSchema, textOfCase } from '../../home-case/any-case.ts';
import { lawIdSchema } from '../../invariants/law-id.ts';
import { KNOWN_LAWS } from '../../invariants/laws.ts';
import type { Violation } from '../../invariants/violation.ts';
import { type Lane, laneSchema } from '../../observation/lane.ts';
import { pathNameSchema } from '../../observation/path-name.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { BadInput } from '../../support/bad-input.ts';
import { firstIssue } from '../../support/first-issue.ts';
import { readJson } from '../../support/read-json.ts';
import { createEvaluator } from '../evaluate/evaluator.ts';
import { variantPathsOf } from '../evaluate/judge-case.ts';
import { mapRoundRobin } from '../evaluate/map-round-robin.ts';
import { wasTested } from '../evaluate/was-tested.ts';
import { sourcesDigest } from '../record/sources-digest.ts';
import { confirm } from '../settle/confirm.ts';
import type { CaseFile } from './case-file.ts';
import { type Replay, replayCase } from './replay-case.ts';

const violationSchema = z.object({
  law: lawIdSchema,
  paths: z.array(pathNameSchema),
  detail: z.string(),
  /** The lane that confirmed it, which is also the lane that replays it. */
  lane: laneSchema,
  /** The case file that shows it. */
  file: z.string(),
  case: anyCaseSchema,
});
export type MatrixViolation = z.infer<typeof violationSchema>;

export const versionRowSchema = z.object({
  version: z.string(),
  /** The SPEC that named the build. */
  target: z.string(),
  /** The case files that this row was made of. */
  files: z.array(z.string()),
  /** Of their cases and the suite: a row of other ones is made anew. */
  digest: z.string(),
  /** Violations that fresh processes confirmed. */
  violations: z.array(violationSchema),
  /** Violations that a warm process showed and no fresh one: neither red nor green. */
  flaky: z.array(violationSchema),
  /** The paths that ran in at least one case. */
  tested: z.array(pathNameSchema),
  /** By law, the paths that ran in a case that it judged. A law that judged none is not there. */
  judged: z.partialRecord(lawIdSchema, z.array(pathNameSchema)),
  notTestable: z.array(z.object({ file: z.string(), reason: z.string() })),
  seconds: z.number(),
});
export type VersionRow = z.infer<typeof versionRowSchema>;

export interface NamedCase {
  readonly file: string;
  readonly saved: CaseFile;
}

interface Shown {
  readonly violation: MatrixViolation;
  readonly isConfirmed: boolean;
}

export interface RowOptions {
  readonly lane: Lane;
  readonly workers: number;
  readonly log: (line: string) => void;
  /** Ends the row, which then throws its reason. */
  readonly signal: AbortSignal;
}

/** Runs the cases on one build; what they show in a warm process counts when fresh ones show it, too. */
export async function versionRow(
  target: string,
  cases: readonly NamedCase[],
  { lane, workers, log, signal }: RowOptions,
): Promise<VersionRow> {
  const started = Date.now();
  await using evaluator = await createEvaluator(await installSubject(target, log, signal), workers, {
    signal,
  });
  const replays = await mapRoundRobin(cases, workers, async ({ file, saved }, index) => {
    const unclaimed = { case: saved.case, claim: null };
    const replay = await replayCase(evaluator, unclaimed, lane, index);
    // One replay by the real command confirms most of what a warm process shows; the rest is asked for one by one.
    const isWarm = lane === 'embedded' && replay.violations.length > 0;
    const cold = isWarm ? await replayCase(evaluator, unclaimed, 'cli', index) : replay;
    // A running gateway is confirmed by one that was started for it.
    const again = lane === 'gateway' ? [] : cold.violations;
    const confirmed = new Set(again.map(({ fingerprint }) => fingerprint));
    const shown: Shown[] = [];
    for (const violation of replay.violations) {
      const seen = confirmed.has(violation.fingerprint)
        ? 'cli'
        : (await confirm(evaluator, saved.case, violation, index, lane)).lane;
      const where: Lane = seen === 'cli' ? 'cli' : lane === 'gateway' ? lane : 'embedded';
      shown.push({
        violation: { ...about(violation), lane: where, file, case: saved.case },
        isConfirmed: seen !== null,
      });
    }
    return { ...replay, file, shown };
  });
  const shown = replays.flatMap((each) => each.shown);
  const ran = replays.flatMap(({ observations }) => observations.filter(wasTested).map(({ path }) => path));
  return {
    version: evaluator.subject.version,
    target,
    files: cases.map(({ file }) => file),
    digest: digestOf(cases),
    violations: shown.filter(({ isConfirmed }) => isConfirmed).map(({ violation }) => violation),
    flaky: shown.filter(({ isConfirmed }) => !isConfirmed).map(({ violation }) => violation),
    tested: [...new Set(ran)],
    judged: judgedIn(replays),
    notTestable: replays.flatMap(({ file, reason }) => (reason ? [{ file, reason }] : [])),
    seconds: Math.round((Date.now() - started) / 1000),
  };
}

/** A law that compares with a variant judges the paths on which variants run. */
function judgedIn(replays: readonly Replay[]): VersionRow['judged'] {
  const judged = KNOWN_LAWS.map((law) => {
    const { id, variant } = law;
    const ran = replays
      .filter(({ judgedBy }) => judgedBy.includes(id))
      .flatMap(({ observations }) => observations.filter(wasTested).map(({ path }) => path));
    return [id, [...new Set(ran)].filter((path) => !variant || variantPathsOf(law).includes(path))] as const;
  });
  return Object.fromEntries(judged.filter(([, paths]) => paths.length > 0));
}

function about({ law, paths, detail }: Violation): Omit<MatrixViolation, 'lane' | 'file' | 'case'> {
  return { law, paths: [...paths], detail };
}

/**
 * A row that was kept, if it was made of these cases.
 *
 * @throws BadInput when the file is no row
 */
export async function keptRow(file: string, cases: readonly NamedCase[]): Promise<VersionRow | null> {
  if (!existsSync(file)) return null;
  const parsed = versionRowSchema.safeParse(await readJson(file));
  if (!parsed.success)
    throw new BadInput(`${file} is no row of a matrix: ${firstIssue(parsed.error)}. Remove it.`);
  return parsed.data.digest === digestOf(cases) ? parsed.data : null;
}

function digestOf(cases: readonly NamedCase[]): string {
  const text = cases.map(({ file, saved }) => `${file} ${textOfCase(saved.case)}`).join('\n');
  return hash('sha256', `${packageJson.version} ${sourcesDigest('verdicts')}\n${text}`);
}
