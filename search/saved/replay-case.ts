/** One saved case on one build: what `replay`, `gate`, `bisect` and the matrix ask. */

import { absentProviders } from '../../gateway/subject/provider-plugins.ts';
import { traitsOf } from '../../gateway/versions/traits.ts';
import { unreadForm } from '../../generators/build-forms.ts';
import { setupsOf } from '../../generators/secrets/canaries.ts';
import { type AnyCase, isHomeCase } from '../../home-case/any-case.ts';
import type { LawId } from '../../invariants/law-id.ts';
import type { Violation } from '../../invariants/violation.ts';
import type { Lane } from '../../observation/lane.ts';
import type { Observation } from '../../observation/observation.ts';
import type { PathName } from '../../observation/path-name.ts';
import { pathsOfLane } from '../../paths/paths.ts';
import { shortened } from '../../support/one-line.ts';
import type { Evaluator } from '../evaluate/evaluator.ts';
import { claimedViolation, judgeCase } from '../evaluate/judge-case.ts';
import { wasTested } from '../evaluate/was-tested.ts';
import type { Verdict } from '../result/result.ts';
import type { CaseFile } from './case-file.ts';
import { unshownReason } from './unshown-reason.ts';

export interface Replay {
  readonly verdict: Verdict;
  /** The reason why it could not be tested; null where it could. */
  readonly reason: string | null;
  readonly observations: readonly Observation[];
  /** The claimed violation, or every violation of a case without a claim. */
  readonly violations: readonly Violation[];
  /** Violations that the case does not claim. */
  readonly others: readonly Violation[];
  /** The laws that the case says something of. */
  readonly judgedBy: readonly LawId[];
}

/**
 * Runs a case. With a claim it is judged by that, whatever else it breaks.
 *
 * @param lane `cli`: the real command, and for a path without one a fresh process of the embedded lane. `embedded`:
 *   a warm process
 * @param index which worker runs it, modulo their number
 * @param asked those that are asked about; left out: every path of the lane, and those of the claim, which the lane may not have
 */
export async function replayCase(
  evaluator: Evaluator,
  { case: value, claim }: Pick<CaseFile, 'case' | 'claim'>,
  lane: Lane,
  index = 0,
  asked: readonly PathName[] = [...new Set([...pathsOfLane(lane), ...(claim?.paths ?? [])])],
): Promise<Replay> {
  const { version } = evaluator.subject;
  const missing = missingPart(value, version) ?? absentPlugin(value, version);
  if (missing) return notTestable(missing, []);
  const worker = evaluator.worker(index);
  const observe = lane === 'cli' ? worker.fresh(lane) : worker.warm(lane);
  const judgement = await judgeCase(observe, value, version, asked);
  const { observations = [], violations: all = [], judgedBy = [] } = judgement ?? {};
  const claimed = claim && (await claimedViolation(observe, value, version, claim));
  const untested = observations.filter(
    (each) =>
      (!wasTested(each) && (claim ? claim.paths.includes(each.path) : shouldHaveEnded(each))) ||
      each.undone !== undefined,
  );
  const violations = claim ? (claimed ? [claimed] : []) : all;
  const isShown = ({ law, paths }: Violation) =>
    violations.some((each) => each.law === law && each.paths.every((path) => paths.includes(path)));
  const others = all.filter((violation) => !isShown(violation));
  if (violations.length === 0 && untested.length > 0) {
    // A path of steps is taken several times, and mostly for one reason.
    const reason = `${[...new Set(untested.map(untestedText))].join(', ')} could not be run on ${version}`;
    // Other violations are shown as well.
    return { ...notTestable(reason, observations), others: all };
  }
  const unshown = violations.length === 0 ? unshownReason(observations, claim, judgedBy) : null;
  if (unshown) return { ...notTestable(unshown, observations), others: all };
  return {
    verdict: violations.length > 0 ? 'violates' : 'conforms',
    reason: null,
    observations,
    violations,
    others,
    judgedBy,
  };
}

/** A path, and the first step before it that the build did not do; of steps that it did, how the path ended. */
function untestedText({ path, step, outcome, undone }: Observation): string {
  const [first] = undone ?? [];
  if (first) return `step ${first.step + 1} before ${path} (${first.message})`;
  const isTold = step !== undefined && outcome.kind === 'failure';
  return isTold ? `${path} (${outcome.class}: ${shortened(outcome.message, 200)})` : path;
}

/**
 * Without a claim nobody says that a path is there, or that a turn comes to its tool; that a path ends, all expect.
 */
function shouldHaveEnded({ outcome }: Observation): boolean {
  return outcome.kind === 'failure' && outcome.class !== 'no-turn';
}

/** The reason why no path of a case can be run on a version, installed or not; null where one may. */
export function missingPart(value: AnyCase, version: string): string | null {
  // A home runs on any build as it is.
  if (isHomeCase(value)) return null;
  const traits = traitsOf(version);
  const missing = setupsOf(value).find(({ id }) => !traits.providers.includes(id));
  if (missing) return `${missing.id} is not part of openclaw as installed from npm`;
  const unread = unreadForm(value, traits);
  return unread && `openclaw ${version} has no ${unread}`;
}

/** The reason why a case cannot be run here, though its build could: a plugin that npm did not give; null where it has all. */
export function absentPlugin(value: AnyCase, version: string): string | null {
  if (isHomeCase(value)) return null;
  const absent = absentProviders(version);
  const missing = setupsOf(value).find(({ id }) => absent.includes(id));
  return missing ? `the plugin of ${missing.id} is not installed` : null;
}

/** A replay without a verdict. */
export function notTestable(reason: string, observations: readonly Observation[]): Replay {
  return { verdict: 'not testable', reason, observations, violations: [], others: [], judgedBy: [] };
}

/** The same replay judged by one law, whatever the case claims. */
export function judgedBy(law: string, { violations, others, ...replay }: Replay): Replay {
  const all = [...violations, ...others];
  const own = all.filter((each) => each.law === law);
  const judged = { ...replay, violations: own, others: all.filter((each) => each.law !== law) };
  if (own.length > 0) return { ...judged, verdict: 'violates' };
  if (replay.verdict === 'not testable') return judged;
  const paths = replay.observations.map(({ path }) => path);
  const reason = unshownReason(replay.observations, { law, paths }, replay.judgedBy);
  return { ...judged, reason, verdict: reason === null ? 'conforms' : 'not testable' };
}
