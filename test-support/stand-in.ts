/** A stand-in subject with planted faults: it tests our own search and reports, and is no OpenClaw build. */

import { DEFAULT_TARGET } from '../gateway/versions/default-target.ts';
import type { Case } from '../generators/case.ts';
import { regionalHost } from '../generators/providers/hosts.ts';
import type { Fingerprint } from '../invariants/fingerprint.ts';
import { ALL_LAWS } from '../invariants/laws.ts';
import type { Lane } from '../observation/lane.ts';
import type { Observation } from '../observation/observation.ts';
import type { PathName } from '../observation/path-name.ts';
import type { Evaluator } from '../search/evaluate/evaluator.ts';
import type { Result } from '../search/result/result.ts';
import { search } from '../search/search.ts';
import type { SearchHost } from '../search/search-host.ts';
import { type SearchPlan, searchPlan } from '../search/search-plan.ts';
import { environmentKey, observation, request } from './conforming.ts';

/** The behaviour of a faulty path in place of an answer. */
export type Fault = (
  value: Case,
  path: PathName,
  lane: Lane,
  isFresh: boolean,
) => Partial<Observation> | null;

function hostOf({ provider: { entry } }: Case): string {
  return entry?.baseUrl === 'regional' ? regionalHost('google') : 'generativelanguage.googleapis.com';
}

/** A subject that answers everything with one key, but for what `fault` changes. */
export function standIn(fault: Fault): Evaluator {
  const observe = (value: Case, paths: readonly PathName[], lane: Lane, isFresh: boolean): Observation[] =>
    paths.map((path) =>
      observation(path, {
        lane,
        model: { provider: value.provider.id, id: 'model' },
        requests: [{ ...request(environmentKey), host: hostOf(value) }],
        probe: path === 'probe' ? [{ profileId: null, source: 'env', status: 'ok', reason: null }] : null,
        ...fault(value, path, lane, isFresh),
      }),
    );
  return {
    subject: { version: DEFAULT_TARGET, root: '', main: '', runsWarm: true, command: '' },
    workers: 2,
    worker: () => ({
      warm: (lane) => async (value, paths) => observe(value, paths, lane, false),
      fresh: (lane) => async (value, paths) => observe(value, paths, lane, true),
    }),
    gatewayStarts: () => 0,
    close: async () => {},
  };
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

/** Searches a stand-in as a run searches a build. */
export function run(
  evaluator: Evaluator,
  {
    known,
    ...changes
  }: Partial<Pick<SearchPlan, 'cases' | 'shard' | 'survey' | 'allowGaps' | 'shrinkTries'>> & {
    known?: readonly Fingerprint[];
  } = {},
  host: Partial<SearchHost> = {},
): Promise<Result> {
  const plan = searchPlan({
    target: 'stand-in',
    seed: 7,
    cases: 300,
    paths: ['chat', 'image', 'probe'],
    providers: ['google'],
    shrinkTries: 1000,
    allowGaps: true,
    alsoKnown: [...(known ?? [])],
    ...changes,
  });
  // The stand-in knows one key and no precedence.
  const laws = ALL_LAWS.filter(({ id }) => id !== 'documented-precedence' && id !== 'explicit-choice');
  const input = { plan, providers: plan.providers!, laws, promoted: [], leftOut: [], entries: [] };
  return search(evaluator, input, { log: () => {}, progress: () => {}, ...host });
}
