/** The object of laws over steps: the paths that were taken, each with what happened before it. */
import { isAtLeast } from '../gateway/versions/version.ts';
import { canariesOf } from '../generators/secrets/canaries.ts';
import type { Place } from '../generators/secrets/place.ts';
import { keeperOf } from '../generators/steps/keeper.ts';
import type { Keeper, Step } from '../generators/steps/step.ts';
import { areSameCredentials } from '../observation/credential.ts';
import type { Observation } from '../observation/observation.ts';
import { pathOf } from '../paths/paths.ts';
import {
  credentialsHolder,
  credentialsText,
  differingHolders,
  firstCredentials,
  modelRequests,
  outcomeText,
} from './behaviour.ts';
import { isJudged, type Judged } from './law.ts';
import { isPromised } from './promises/promises.ts';
import type { Deviation } from './violation.ts';

export interface Taken {
  readonly observation: Observation;
  /** The place of its step, from 0. */
  readonly index: number;
  /** The steps before it. */
  readonly before: readonly Step[];
}

/** The paths that came as far as to a credential, after steps that the build did. */
export function takenIn({ value, observations }: Judged): Taken[] {
  const { steps } = value;
  const taken = observations.flatMap((observation) => {
    const { step: index, outcome } = observation;
    if (!steps || index === undefined || observation.undone || !isJudged(outcome)) return [];
    return [{ observation, index, before: steps.slice(0, index) }];
  });
  return taken.toSorted((one, other) => one.index - other.index);
}

/** Steps after which a path promises what it promised before them. */
const CHANGES_NOTHING: ReadonlySet<Step['do']> = new Set([
  'run-gateway',
  'take',
  'take-twice',
  'edit-config',
  'reload-secrets',
  'restart',
  'rotate',
]);

/**
 * Whether steps leave what a path promises: they replace nothing but live keys by live ones, which are read again, and nobody refuses
 * anything.
 */
export function changeNothing(
  { value, version }: Judged,
  steps: readonly Step[],
  { lane }: Observation,
): boolean {
  const keepers = steps.flatMap((step) => (step.do === 'rotate' ? [step.keeper] : []));
  const own = canariesOf(value, '').filter(({ place }) => place.provider === value.provider.id);
  return (
    steps.every((step) => CHANGES_NOTHING.has(step.do)) &&
    own.every(({ place, validity }) => {
      const keeper = keeperOf(place);
      const isRotated = keeper !== null && keepers.includes(keeper);
      return (
        !isRotated ||
        (validity === 'live' && isReadAgain(place, stepsSince(steps, keeper), { lane, version }))
      );
    })
  );
}

/** The steps after a keeper's keys were written last. */
export function stepsSince(steps: readonly Step[], keeper: Keeper): readonly Step[] {
  const isWrite = (step: Step) => (step.do === 'rotate' || step.do === 'first-key') && step.keeper === keeper;
  return steps.slice(steps.findLastIndex(isWrite) + 1);
}

/**
 * Whether the documents promise that the next path uses a key that was replaced, or written for the first time. Without a gateway every
 * command reads anew. A gateway keeps the variables of its process until it is started again, and resolved secrets until they are
 * reloaded; what the build's command writes into the profiles, a build may promise to read at once.
 *
 * @param since the steps since the key was written
 * @source openclaw@2026.9.6:docs/help/environment.md (existing values are never overridden);
 *   openclaw@2026.9.6:docs/gateway/secrets/runtime-model.md (snapshot);
 *   openclaw@2026.9.6:docs/gateway/secrets/operations.md (`openclaw secrets reload` after a rotation);
 *   openclaw@2026.9.6:docs/gateway/configuration/hot-reload.md (`models` is applied without a restart);
 *   openclaw@2026.9.6:docs/cli/models.md ("Auth changes request a refresh from the running local Gateway")
 */
export function isReadAgain(
  place: Place,
  since: readonly Step[],
  { lane, version }: Pick<Observation, 'lane'> & Pick<Judged, 'version'>,
): boolean {
  if (lane !== 'gateway' || since.some((step) => step.do === 'restart')) return true;
  const keeper = keeperOf(place);
  const isVariable = place.holder === 'environment' || keeper === 'env-file' || keeper === 'environment';
  if (isVariable) return false;
  if (keeper === 'profiles' && isPromised('models-command/gateway-is-told', version)) return true;
  return keeper === 'config' || since.some((step) => step.do === 'reload-secrets');
}

/**
 * The difference of two observations of one path, without names; null where there is none. A path that reports on credentials may ask a provider
 * now, and say at another time what it knows.
 *
 * @source openclaw@2026.9.6:docs/cli/models.md ("catalog reads return saved rows while the Gateway refreshes that provider in the
 *   background")
 */
function differenceOf(left: Observation, right: Observation): readonly [string, string] | null {
  const [one, other] = [firstCredentials(left), firstCredentials(right)];
  const mayAsk = pathOf(left.path).comparedFrom === null && !(one && other);
  if (!mayAsk && !areSameCredentials(one, other))
    return one && other ? differingHolders(one, other) : [endOrHolder(left), endOrHolder(right)];
  const ends = [outcomeText(left), outcomeText(right)] as const;
  return ends[0] === ends[1] ? null : ends;
}

function endOrHolder(observation: Observation): string {
  const sent = firstCredentials(observation);
  return sent ? `sends ${credentialsHolder(sent)}` : outcomeText(observation);
}

/** Each path that was taken again after steps that change nothing, with the time before. */
export function againIn(judged: Judged, isWanted: (between: Taken['before']) => boolean): [Taken, Taken][] {
  // Calls at once are a matter of their own.
  const taken = takenIn(judged).filter(({ index }) => judged.value.steps?.[index]?.do === 'take');
  return taken.flatMap((again, place): [Taken, Taken][] => {
    const first = taken
      .slice(0, place)
      .findLast(({ observation }) => observation.path === again.observation.path);
    if (!first) return [];
    const between = again.before.slice(first.index + 1);
    const isUsual = [first, again].every((each) => changeNothing(judged, each.before, each.observation));
    // Other laws judge what a path learns from a refusal.
    const hasLearned = taken.slice(0, place).some(({ observation }) => wasRefused(observation));
    return isUsual && !hasLearned && isWanted(between) ? [[first, again]] : [];
  });
}

/** Whether a request of a path to a model was not answered. */
export function wasRefused(observation: Observation): boolean {
  return modelRequests(observation).some(({ status }) => status === 0 || status >= 400);
}

/** The deviation of the second time; none where both are alike. @param when the second time, in words */
export function deviationOf(first: Taken, again: Taken, when: string): Deviation[] {
  const difference = differenceOf(first.observation, again.observation);
  if (!difference) return [];
  const { path } = again.observation;
  return [
    {
      path,
      reference: null,
      behaviour: `first ${difference[0]}, ${when} ${difference[1]}`,
      detail: `${path}: ${takenText(first)}; ${takenText(again)}`,
    },
  ];
}

/** The first credential of a path and its end, for people. */
function takenText({ index, observation }: Taken): string {
  const sent = credentialsText(firstCredentials(observation));
  const where = index < 0 ? 'in a fresh home' : `step ${index + 1}`;
  return `${where} ${outcomeText(observation)} (${sent})`;
}

/** Whether the profile that is used may be another one each time: the least recently used comes first. */
export function takesTurns({ value }: Judged): boolean {
  return value.provider.profiles.length > 1 && value.provider.order === null;
}

/** Whether the case's provider has profiles, which alone keep what was learned of them. */
export function usesProfiles({ value }: Judged): boolean {
  return value.provider.profiles.length > 0;
}

/**
 * The longest time for which a profile is left alone after one limit, in milliseconds, where an earlier cooldown of it is over: until the
 * document of 2026.7.1-2, that count is at its beginning then.
 *
 * @source openclaw@2026.5.22:docs/concepts/model-failover.md, openclaw@2026.9.6:docs/concepts/model-failover.md ("Cooldowns")
 */
export function longestCooldown(version: string): number {
  return isAtLeast(version, '2026.7.1') ? 300_000 : 60_000;
}
