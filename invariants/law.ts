/** A law: a property of the observations of one case. Laws are pure; what they need, they are given. */
import { traitsOf } from '../gateway/versions/traits.ts';
import { type Case, caseText } from '../generators/case.ts';
import type { ProviderId } from '../generators/providers/catalog.ts';
import type { ProviderFamily } from '../generators/providers/provider.ts';
import type { AnyCase } from '../home-case/any-case.ts';
import type { Observation } from '../observation/observation.ts';
import type { FailureClass, Outcome } from '../observation/outcome.ts';
import type { PathName } from '../observation/path-name.ts';
import { isAnsweredAtOnce } from './behaviour.ts';
import { factsOf } from './facts/facts-of.ts';
import type { LawId } from './law-id.ts';
import type { Violation } from './violation.ts';

/** The input of a law: one case of any kind, run on every path that was asked for. */
export interface JudgedAny {
  readonly value: AnyCase;
  /** The subject's version, since what is comparable differs between versions. */
  readonly version: string;
  readonly observations: readonly Observation[];
}

/** The input of a law that reads what a case of the generators says. */
export interface Judged extends JudgedAny {
  readonly value: Case;
  /** The observations of the variants that metamorphic laws asked for, by law. */
  readonly variants: Readonly<Partial<Record<LawId, readonly Observation[]>>>;
}

export interface Law {
  readonly id: LawId;
  readonly sentence: string;
  /** The OpenClaw doc section, issue or rule that it rests on. */
  readonly source: string;
  /** A case that promises the same, for a metamorphic law; an equal one where there is no other. */
  variant?(value: Case): Case;
  /** The paths on which the variant is run; absent: those that tell most. */
  readonly variantPaths?: readonly PathName[];
  /**
   * Whether a case has what the law is about: no other is checked, and a law that judged no case is not green. Left
   * out: every case.
   */
  judges?(judged: Judged): boolean;
  /** Whether it judges what steps on one home show, or that and what the paths show on fresh ones; left out: the latter alone. */
  readonly over?: 'steps' | 'both';
  check(judged: Judged): Violation[];
}

/** Whether a law judges cases of this kind: with steps, or without. */
export function isOver({ over }: Law, { steps }: Case): boolean {
  return over === 'both' || (over === 'steps') === (steps !== null);
}

/** The other case that a law asks for; null where it asks for none, or for the same. */
export function variantOf({ variant }: Law, value: Case): Case | null {
  const other = variant?.(value);
  return other && caseText(other) !== caseText(value) ? other : null;
}

/** Tells whether a case has something for a law to judge. */
export function isAbout(law: Law, judged: Judged): boolean {
  return isOver(law, judged.value) && (law.judges?.(judged) ?? true);
}

/** A law that asks no more of a case than any kind of case can tell. */
export interface GeneralLaw extends Omit<Law, 'check' | 'variant' | 'judges'> {
  judges?(judged: JudgedAny): boolean;
  check(judged: JudgedAny): Violation[];
}

/**
 * The observation of a path, or undefined where it was not run, the build has no such path, or its turn never came
 * to it.
 */
export function observed(judged: JudgedAny, path: PathName): Observation | undefined {
  return judged.observations.find((each) => each.path === path && isJudged(each.outcome));
}

/** Ends that say nothing of credentials: the path came to none of its own. */
const BESIDE_CREDENTIALS: readonly FailureClass[] = ['no-turn', 'unread-attachment'];

/** Whether a path came as far as to a credential of its own. */
export function isJudged(outcome: Outcome): boolean {
  return (
    outcome.kind === 'answer' || (outcome.kind === 'failure' && !BESIDE_CREDENTIALS.includes(outcome.class))
  );
}

/**
 * Whether a path ended in a strict preflight, before it chose a credential: what it would have chosen, nobody knows.
 *
 * @source openclaw@2026.9.6:docs/gateway/secrets/operations.md ("Standalone agent commands … retain strict
 *   command-scoped resolution")
 */
export function endedInPreflight({ outcome }: Observation): boolean {
  return outcome.kind === 'failure' && outcome.isPreflight === true;
}

/** Whether a gateway of a build keeps the trouble of a reference to its owner. */
export function gatewayIsolates(version: string): boolean {
  return traitsOf(version).gatewayIsolates;
}

/** Whether a subscription is a profile of the provider itself in a build. */
export function sellsSubscription(provider: ProviderId, version: string): boolean {
  return traitsOf(version).subscriptions.includes(provider);
}

export function familyOf(judged: JudgedAny): ProviderFamily {
  return factsOf(judged).family;
}

/**
 * Whether the outcomes of paths may differ. After a redirect or a failed first request, paths may retry differently,
 * and the answer of a model that chat alone falls back on says nothing of the others. Where secrets are sent is
 * judged all the same.
 *
 * @param paths those that are compared: what a provider answers counts where one of them asked it
 */
export function outcomesMayDiffer(judged: JudgedAny, ...paths: readonly Observation[]): boolean {
  const facts = factsOf(judged);
  const chat = observed(judged, 'chat');
  const goesOn = facts.hasFallback || paths.some(({ path }) => facts.fallsBackAlone(path));
  if (goesOn && !(chat && isAnsweredAtOnce(chat))) return true;
  return facts.mayRetry(paths);
}
