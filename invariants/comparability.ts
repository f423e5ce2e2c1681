/** Pairs of paths that may be compared. Those that OpenClaw never promised to treat alike are listed in `exceptions.ts`. */
import { traitsOf } from '../gateway/versions/traits.ts';
import { providerNamed } from '../generators/providers/catalog.ts';
import { areSameCredentials } from '../observation/credential.ts';
import type { Observation } from '../observation/observation.ts';
import type { PathName } from '../observation/path-name.ts';
import { chat } from '../paths/chat.ts';
import { type AnyPath, PATHS, pathOf } from '../paths/paths.ts';
import { acceptedCredentials, firstCredentials, modelRequests, rotates } from './behaviour.ts';
import { mayHaveChosenAnother, mayLeaveOut } from './chosen-elsewhere.ts';
import { EXCEPTIONS } from './exceptions.ts';
import { factsOf } from './facts/facts-of.ts';
import { endedInPreflight, type JudgedAny, observed } from './law.ts';

/** The paths that must have chat's credential, chat first. */
const COMPARED = PATHS.filter(({ comparedFrom }) => comparedFrom !== null);

export interface Pair {
  readonly reference: Observation;
  readonly other: Observation;
  /** Whether the two speak APIs that take a key in different headers, so that the key alone can be the same. */
  readonly hasOwnHeader: boolean;
}

/**
 * The pairs of one case that promise the same credential: chat with each other path of the same provider.
 * If chat was not run, the first path takes its place.
 */
export function comparablePairs(judged: JudgedAny): Pair[] {
  const facts = factsOf(judged);
  return (
    facts
      .comparedTogether(COMPARED)
      .flatMap((paths) => pairsAmong(paths, judged))
      // A key that is set for one path speaks for it alone.
      .filter(({ other }) => !facts.hasOwnKey(other.path, other.model.provider))
  );
}

function pairsAmong(paths: readonly AnyPath[], judged: JudgedAny): Pair[] {
  const [reference, ...others] = paths
    .map(({ name }) => observed(judged, name))
    .filter((each) => each !== undefined)
    .filter((each) => !hasNothingToPair(judged, each))
    // Compaction continues with the credential that the turn ended on: without chat there is nothing to compare it
    // with.
    .filter(
      ({ path }, _index, all) => pathOf(path).comparedFrom !== 'accepted' || all[0]?.path === chat.name,
    );
  if (!reference || endedInPreflight(reference)) return [];
  return others
    .filter((other) => other.model.provider === reference.model.provider)
    .filter((other) => !isExcepted(judged, reference, other))
    .filter((other) => !concernsAnotherModel(judged, reference, other))
    .filter((other) => !followsRotation(reference, other))
    .filter((other) => !followsTrouble(judged, reference, other))
    .filter((other) => !isOfAnotherProvider(judged, reference, other))
    .filter((other) => ![reference, other].some((each) => mayLeaveOut(judged, each)))
    .map((other) => ({ reference, other, hasOwnHeader: [reference, other].some(hasOwnHeader) }));
}

/**
 * Whether a tool asks with the credential that its turn had gone on to: the one that was refused is set aside by then.
 *
 * @source openclaw@2026.9.6:docs/concepts/model-failover.md (Cooldowns: a profile that fails is marked, and the next one is used)
 */
function followsRotation(reference: Observation, other: Observation): boolean {
  const isTool = pathOf(other.path).turn?.endsWith === 'result';
  return (
    isTool &&
    rotates(reference) &&
    areSameCredentials(firstCredentials(other), acceptedCredentials(reference))
  );
}

/**
 * Whether the path before another one may have changed the order of its credentials: what is refused to the reference was refused to that
 * one, and is set aside by then; of several profiles the one that was used least recently comes first.
 *
 * @source openclaw@2026.9.6:docs/concepts/model-failover.md (Cooldowns, Rotation order)
 */
function followsTrouble(judged: JudgedAny, reference: Observation, other: Observation): boolean {
  const follows = pathOf(other.path).follows as AnyPath | undefined;
  if (!follows) return false;
  const facts = factsOf(judged);
  const { provider } = other.model;
  if (facts.expectedProvider(follows) !== provider && !facts.hasFallback) return false;
  const isChanging = ({ status, purpose, method }: Observation['requests'][number]) =>
    status !== 200 || (purpose === 'provider' && method !== 'GET');
  return facts.hasSeveralProfiles(provider) || reference.requests.some(isChanging);
}

/** Whether one of two paths may have failed at another provider, which the build chose for it. */
function isOfAnotherProvider(judged: JudgedAny, ...pair: readonly [Observation, Observation]): boolean {
  const hasAuth = pair.some((each) => modelRequests(each).length > 0);
  return pair.some((each) => mayHaveChosenAnother(judged, each, hasAuth));
}

function isExcepted(judged: JudgedAny, reference: Observation, other: Observation): boolean {
  return EXCEPTIONS.some(
    ({ paths, provider, when, of }) =>
      // Another path stands in as the reference where chat goes by a rule of its own.
      [reference.path, other.path].some(
        (path) =>
          path !== chat.name && paths.some((each) => each === (pathOf(path).exceptedAs?.name ?? path)),
      ) &&
      provider === other.model.provider &&
      (when === undefined || factsOf(judged).mayBe((value) => when(value, reference))) &&
      (of === undefined || of(traitsOf(judged.version))),
  );
}

function hasOwnHeader({ path, model }: Observation): boolean {
  return providerNamed(model.provider)?.ownHeaders?.includes(path) ?? false;
}

/** A tool, where it chooses and neither knows nor is told a model of the provider. */
function hasNothingToPair(judged: JudgedAny, { path, model, outcome }: Observation): boolean {
  if (outcome.kind !== 'failure' || outcome.class !== 'nothing-selected') return false;
  const endsWith = pathOf(path).turn?.endsWith;
  // A turn that may start no other turn.
  if (endsWith === 'subagent') return true;
  if (endsWith !== 'result') return false;
  const known: readonly PathName[] = providerNamed(model.provider)?.knownToTools ?? [];
  return !known.includes(path) && !factsOf(judged).hasEntry(model.provider);
}

/**
 * A model that the build does not know says nothing about credentials, unless chat knows that very model. Completion
 * alone knows the models of the bundled catalog and of the configuration only (openclaw@2026.9.6:docs/cli/infer.md,
 * `model run --local`). A model that the configuration lists is known to everybody.
 */
function concernsAnotherModel(judged: JudgedAny, reference: Observation, other: Observation): boolean {
  if (factsOf(judged).listsModel(pathOf(other.path), other.model)) return false;
  if (reference.model.id === other.model.id && other.path !== 'completion') return false;
  return [reference, other].some(
    ({ outcome }) => outcome.kind === 'failure' && outcome.class === 'unknown-model',
  );
}
