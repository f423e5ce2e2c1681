/** A stand-in subject with planted faults: it tests our own search and reports, and is no OpenClaw build. */

import { setImmediate } from 'node:timers/promises';
import { laneOfSteps } from '../gateway/steps/observe-steps.ts';
import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import { replacesAuth } from '../generators/axes/entry-request.ts';
import { probedProfile } from '../generators/axes/probe-profile.ts';
import type { Case } from '../generators/case.ts';
import { usersServers } from '../generators/provider-setup.ts';
import { memoryHost, regionalHost } from '../generators/providers/hosts.ts';
import { canariesOf } from '../generators/secrets/canaries.ts';
import type { Place } from '../generators/secrets/place.ts';
import { meaningfulSteps } from '../generators/steps/meaningful-steps.ts';
import type { Step } from '../generators/steps/step.ts';
import { type AnyCase, isHomeCase } from '../home-case/any-case.ts';
import { hasMemoryAddress, MEMORY_PATHS } from '../invariants/facts/memory-paths.ts';
import type { Fingerprint } from '../invariants/fingerprint.ts';
import { SEARCH_PATHS } from '../invariants/laws/search-order.ts';
import { ALL_LAWS } from '../invariants/laws.ts';
import type { Credential } from '../observation/credential.ts';
import type { Lane } from '../observation/lane.ts';
import type { Observation } from '../observation/observation.ts';
import type { PathName } from '../observation/path-name.ts';
import type { OwnHeader } from '../observation/request.ts';
import type { KnownCause } from '../search/baseline/known-cause.ts';
import {
  createEvaluator,
  type Evaluator,
  type EvaluatorOptions,
  type Observe,
} from '../search/evaluate/evaluator.ts';
import type { Result } from '../search/result/result.ts';
import { search } from '../search/search.ts';
import type { SearchHost } from '../search/search-host.ts';
import { type SearchPlan, searchPlan } from '../search/search-plan.ts';
import { environmentKey, observation, request, sentFrom } from './conforming.ts';

const SEARCHES: readonly PathName[] = SEARCH_PATHS;

/** The behaviour of a faulty path in place of an answer. */
export type Fault = (
  value: Case,
  path: PathName,
  lane: Lane,
  isFresh: boolean,
  /** The steps before it, in a case that has some. */
  before?: readonly Step[],
) => Partial<Observation> | null;

/** It asks where the case tells it to. */
function hostOf({ provider: { entry } }: Case): string {
  const [server] = usersServers(entry);
  if (server) return new URL(`http://${server}`).hostname;
  const isMoved = entry?.baseUrl === 'regional' || entry?.baseUrl === 'own-path';
  return isMoved ? regionalHost('google') : 'generativelanguage.googleapis.com';
}

/** It sends every header that the case configures. */
function headersOf({ provider: { entry, entryHeaders } }: Case): OwnHeader[] {
  return [...(entry ? entryHeaders : []), 'media', 'memory', 'request'];
}

/** It sends the key that is set for its path, or for the requests of the entry, where there is one. */
function keyOf(value: Case, path: PathName): { credential: Credential; host: string } {
  const has = (holder: Place['holder']) => canariesOf(value, '').some(({ place }) => place.holder === holder);
  const own = (holder: Place['holder']) => sentFrom(value, (place) => place.holder === holder);
  if (MEMORY_PATHS.includes(path) && has('memory')) {
    const host = hasMemoryAddress(value, path) ? memoryHost(value.provider.id) : hostOf(value);
    return { credential: own('memory'), host };
  }
  const isReplaced = replacesAuth(value.provider) && has('request');
  return { credential: isReplaced ? own('request') : environmentKey, host: hostOf(value) };
}

const SUBJECT = { version: DEFAULT_TARGET, root: '', main: '', runsWarm: true, command: '' };

function observed(
  fault: Fault,
  value: Case,
  path: PathName,
  lane: Lane,
  isFresh: boolean,
  before: readonly Step[] = [],
): Observation {
  const key = keyOf(value, path);
  return observation(path, {
    lane,
    model: { provider: value.provider.id, id: 'model' },
    requests: [{ ...request(key.credential), host: key.host, ownHeaders: headersOf(value) }],
    ...(path === 'probe' && { probe: [{ profileId: null, source: 'env', status: 'ok', reason: null }] }),
    // Its one key is of no profile, and web search has an order of its own: neither asks with it.
    ...(path === 'probe' && probedProfile(value) !== null && { probe: [], requests: [] }),
    ...(SEARCHES.includes(path) && { requests: [] }),
    ...fault(value, path, lane, isFresh, before),
  });
}

/** The paths that the steps of a case take, in the lane that they need. */
function takenOf(fault: Fault, value: Case, wanted: Lane, isFresh: boolean): Observation[] {
  const lane = laneOfSteps(value, wanted);
  const meaningful = new Set(meaningfulSteps(value, value.steps ?? []));
  return (value.steps ?? []).flatMap((step, index, all) => {
    if (step.do !== 'take') return [];
    const before = all.slice(0, index).filter((each) => meaningful.has(each));
    return [{ ...observed(fault, value, step.path, lane, isFresh, before), step: index }];
  });
}

/** A stand-in knows the cases of the generators alone. */
function drawn(value: AnyCase): Case {
  if (isHomeCase(value)) throw new Error('A stand-in runs no home.');
  return value;
}

/** A subject that answers everything with one key, but for what `fault` changes. */
export function standIn(fault: Fault): Evaluator {
  const observe =
    (isFresh: boolean) =>
    (lane: Lane): Observe =>
    async (value, paths, own = lane) =>
      drawn(value).steps
        ? takenOf(fault, drawn(value), own, isFresh)
        : paths.map((path) => observed(fault, drawn(value), path, own, isFresh));
  const worker = { warm: observe(false), fresh: observe(true) };
  return {
    subject: SUBJECT,
    workers: 2,
    worker: () => worker,
    coldWorker: worker,
    gatewayStarts: () => 0,
    [Symbol.asyncDispose]: async () => {},
  };
}

/**
 * The real evaluator on drivers of a stand-in: it remembers, keeps and stops as it does with a build.
 *
 * @param told of each run of a path; what it throws, the driver throws
 */
export function standInOnDrivers(
  fault: Fault,
  options: Omit<EvaluatorOptions, 'start'> = {},
  told: () => void | Promise<void> = () => {},
): Promise<Evaluator> {
  return createEvaluator(SUBJECT, 2, {
    ...options,
    async start() {
      let isFresh = false;
      return {
        subject: SUBJECT,
        async observe(value, path, lane) {
          // As a process that is spawned, it takes turns with everything else.
          await setImmediate();
          await told();
          const isFirst = isFresh || lane === 'cli';
          isFresh = false;
          return observed(fault, drawn(value), path, lane, isFirst);
        },
        async observeSteps(value, lane) {
          const isFirst = isFresh;
          isFresh = false;
          return takenOf(fault, value, lane, isFirst);
        },
        async refresh() {
          isFresh = true;
        },
        forgetHomes: async () => {},
        gatewayStarts: () => 0,
        [Symbol.asyncDispose]: async () => {},
      };
    },
  });
}

export const noCredential: Partial<Observation> = {
  requests: [],
  outcome: { kind: 'failure', class: 'no-credential', message: 'No API key found' },
};

/** Image fails when a profile holds an unresolved SecretRef: two axes must meet. */
export const unresolved: Fault = (value, path) =>
  path === 'image' &&
  value.provider.profiles.some(({ secret }) => secret.source === 'exec' && secret.holds === 'nothing')
    ? noCredential
    : null;

/** Two faults on one path, of different laws. */
export const twoFaults: Fault = (value, path, ...rest) =>
  path === 'image' && value.provider.environment.some(({ holds }) => holds === 'stale')
    ? { egress: ['elsewhere.example.com'] }
    : unresolved(value, path, ...rest);

/** Faults that few cases are without, on two paths and of different laws. */
export const manyFaults: Fault = (value, path) => {
  if (path === 'image' && value.provider.environment.length > 0) return { egress: ['elsewhere.example.com'] };
  if (path === 'probe' && value.provider.entry) return { egress: ['telemetry.example.com'] };
  return path === 'image' && value.provider.profiles.length > 0 ? noCredential : null;
};

/** Searches a stand-in as a run searches a build. */
export function run(
  evaluator: Evaluator,
  {
    known,
    causes = [],
    ...changes
  }: Partial<
    Pick<
      SearchPlan,
      | 'cases'
      | 'steps'
      | 'paths'
      | 'allPaths'
      | 'providers'
      | 'shard'
      | 'survey'
      | 'allowGaps'
      | 'shrinkTries'
      | 'replaysUnmet'
    >
  > & {
    known?: readonly Fingerprint[];
    /** Those of a baseline. */
    causes?: readonly KnownCause[];
  } = {},
  host: Partial<SearchHost> = {},
): Promise<Result> {
  const plan = searchPlan({
    target: 'stand-in',
    seed: 6,
    cases: 600,
    paths: ['chat', 'image', 'probe'],
    providers: ['google'],
    shrinkTries: 1000,
    allowGaps: true,
    steps: 0,
    alsoKnown: [...(known ?? [])],
    ...changes,
  });
  // The stand-in knows one key, no precedence and no store.
  const laws = ALL_LAWS.filter(
    ({ id }) => !['documented-precedence', 'explicit-choice', 'waiting-profiles'].includes(id),
  );
  const input = { plan, providers: plan.providers!, laws, promoted: [], leftOut: [], known: causes };
  return search(evaluator, input, { log: () => {}, progress: () => {}, ...host });
}
