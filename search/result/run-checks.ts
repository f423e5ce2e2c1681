/** Checks of the run itself, besides the laws: every report names them, and the verdict rests on them. */
import { traitsOf } from '../../gateway/versions/traits.ts';
import { providerOf } from '../../generators/providers/catalog.ts';
import type { LawId } from '../../invariants/law-id.ts';
import { isDocumentedFor, SEARCH_PATHS } from '../../invariants/laws/search-order.ts';
import { PATHS, pathOf } from '../../paths/paths.ts';
import { suiteLine } from '../../support/shell-line.ts';
import { untestedFile } from '../saved/found-cases.ts';
import type { JudgedField } from './judged-fields.ts';
import { promisesOwed } from './promise-coverage.ts';
import type { Result, Verdict } from './result.ts';

export type RunCheckId =
  | 'case-run'
  | 'finished'
  | 'pairs-reached'
  | 'laws-judged'
  | 'promises-exercised'
  | 'no-crash'
  | 'configurations-taken'
  | 'homes-conform'
  | 'fields-observed'
  | 'fields-as-documented'
  | 'no-stale-finding'
  | 'no-expired-cause';

export interface RunCheck {
  readonly id: RunCheckId;
  /** The promise, for people. */
  readonly name: string;
  /** The run's verdict when this check fails. */
  readonly verdict: Exclude<Verdict, 'conforms'>;
  /** Whether the run could fail it; left out: every run could. */
  readonly applies?: (result: Result) => boolean;
  /** A sentence each; none: it holds. */
  readonly problems: (result: Result) => string[];
}

/** Of all runs of paths, how many a build may refuse for their configuration (docs/design.md 5). */
const MOST_REJECTED = 0.01;

export const RUN_CHECKS: readonly RunCheck[] = [
  {
    id: 'case-run',
    name: 'a case was run',
    verdict: 'not testable',
    problems: ({ cases }) => (cases.achieved === 0 ? [`none of ${cases.asked} cases was run`] : []),
  },
  {
    id: 'finished',
    name: 'the run came to its end',
    verdict: 'not testable',
    problems: ({ stopped }) => (stopped === null ? [] : [`the run ended early: ${stopped}`]),
  },
  {
    id: 'pairs-reached',
    name: 'every declared pair was reached',
    verdict: 'not testable',
    // A shard and a run that was stopped cannot reach everything; what shards were merged into must.
    applies: ({ coverage, shard, stopped }) => !coverage.gapsAllowed && !shard && stopped === null,
    problems: ({ coverage }) => coverage.gaps.map((pair) => `not reached: ${pair}`),
  },
  {
    id: 'laws-judged',
    name: 'every law judged a case',
    verdict: 'not testable',
    // Whoever allows gaps asks for few cases; a shard and a run that was stopped have but a part of them.
    applies: ({ coverage, shard, stopped }) => !coverage.unexercisedAllowed && !shard && stopped === null,
    problems: (result) => unjudgedLaws(result).map((law) => `no case had anything for ${law} to judge`),
  },
  {
    id: 'promises-exercised',
    name: 'every judged promise was exercised by a case',
    verdict: 'not testable',
    applies: ({ coverage, shard, stopped }) => !coverage.unexercisedAllowed && !shard && stopped === null,
    problems: (result) => unexercised(result).map((id) => `no case exercised the promise ${id}`),
  },
  {
    id: 'no-crash',
    name: 'no path crashed or hung',
    verdict: 'not testable',
    problems: ({ notTestable }) =>
      notTestable.map(
        ({ what, reason, count, case: value }) =>
          `not testable: ${what} ${reason}, ${count} times, for example in ${untestedFile(value)}`,
      ),
  },
  {
    id: 'configurations-taken',
    name: 'the build takes the configurations',
    verdict: 'not testable',
    problems(result) {
      const runs = runsOf(result);
      const isMost = result.rejectedConfigs > runs * MOST_REJECTED;
      return isMost
        ? [`the build refuses the configuration of ${result.rejectedConfigs} of ${runs} runs`]
        : [];
    },
  },
  {
    id: 'homes-conform',
    name: 'no promoted home shows anew what it was promoted for',
    verdict: 'violates',
    problems: ({ homes }) =>
      homes
        .filter(({ status }) => status === 'new')
        .map(({ file, details }) => `${file} shows it: ${details.join('; ')}`),
  },
  {
    id: 'fields-observed',
    name: 'the build says what it makes of its configuration',
    verdict: 'not testable',
    applies: ({ fields }) => fields.problem !== null || fields.observed.length > 0,
    problems: ({ fields }) => (fields.problem === null ? [] : [`fields: ${fields.problem}`]),
  },
  {
    id: 'fields-as-documented',
    name: 'every field of the configuration does what the documents say',
    verdict: 'violates',
    applies: ({ fields }) => fields.observed.length > 0,
    problems: ({ fields, subject }) => fields.observed.flatMap((each) => fieldProblem(each, subject.target)),
  },
  {
    id: 'no-stale-finding',
    name: 'no finding of the baseline is stale',
    verdict: 'violates',
    // That a finding was not met proves nothing until it is replayed.
    applies: ({ baseline }) => baseline.replayed > 0 || baseline.unmet.length === 0,
    problems: ({ baseline }) =>
      baseline.stale.map((each) => `stale finding of the baseline, its case conforms now: remove ${each}`),
  },
  {
    id: 'no-expired-cause',
    name: 'no cause of the baseline is expired',
    verdict: 'violates',
    problems: ({ baseline }) =>
      baseline.expired.map((each) => `expired cause of the baseline: fix it or accept it anew: ${each}`),
  },
];

function fieldProblem({ field, promise, fault, status }: JudgedField, target: string): string[] {
  if (status === 'stale')
    return [`stale field of the baseline, ${field} does what the documents say: remove it`];
  if (status !== 'new') return [];
  const broken = promise === null ? '' : `, which breaks ${promise}`;
  const line = suiteLine('fields', '--field', field, '--target', target);
  return [`${field}: the build ${fault}${broken} (${line})`];
}

/** The problems that a check finds in a run; none if it does not apply. */
export function problemsOf({ applies, problems }: RunCheck, result: Result): string[] {
  return (applies?.(result) ?? true) ? problems(result) : [];
}

/** The promises that a run on its paths and providers owes, and that none of its cases exercised. */
export function unexercised(result: Result): string[] {
  const { promises, subject, paths, providers } = result;
  const laws = Object.keys(result.judged) as LawId[];
  const able = laws.filter((id) => NEEDS[id]?.(result) ?? true);
  return promisesOwed(subject.version, able, paths, providers)
    .map(({ id }) => id)
    .filter((id) => (promises[id]?.exercised ?? 0) === 0);
}

/** The number of runs of all paths. */
export function runsOf({ observed }: Result): number {
  return Object.values(observed).reduce((sum, each) => sum + each, 0);
}

/** Whether a run is to blame if it had no case for a law to judge; a law that is not here: always. */
const NEEDS: Readonly<Partial<Record<LawId, (result: Result) => boolean>>> = {
  'same-credential': ({ paths }) => paths.length > 1,
  'same-failure': ({ paths }) => paths.length > 1,
  'documented-precedence': ({ paths }) => paths.includes('chat'),
  'aws-default-chain': ({ paths, providers, lane }) =>
    lane !== 'gateway' &&
    paths.includes('chat') &&
    providers.some((id) => providerOf(id).credentials === 'aws'),
  'probe-agrees': ({ paths }) => paths.includes('chat') && paths.includes('probe'),
  'status-agrees': ({ paths }) => paths.includes('chat') && paths.includes('probe'),
  'check-agrees': ({ paths }) => paths.includes('chat') && paths.includes('probe'),
  'health-word': ({ paths }) => paths.includes('probe'),
  'stays-readable': ({ lane, paths, subject }) =>
    lane === 'gateway' && traitsOf(subject.version).hasChannels && paths.includes('telegram-photo'),
  isolation: hasVariants,
  // A gateway is in few cases of a run, and a reference to nothing beside it in fewer.
  'cold-start': never,
  cooldown: hasVariants,
  'irrelevant-change': hasVariants,
  // Few cases have a login of another program.
  'own-login': never,
  // Few cases have a proxy.
  'through-proxy': never,
  // One case in twenty has an alias.
  'model-alias': never,
  // Few cases name a model without its provider.
  'bare-model': never,
  // Only jobs have it, and few name a model.
  'job-model': never,
  // Only doors of a gateway have it, and few cases pick a model.
  'session-model': never,
  // Few cases give a model to subagents and compaction.
  'helper-model': never,
  'commands-keep': hasVariants,
  'probe-pin': ({ paths }) => paths.includes('probe'),
  'search-order': ({ paths, providers, subject }) =>
    SEARCH_PATHS.some((path) => paths.includes(path)) &&
    providers.some((id) => isDocumentedFor(id, subject.version)),
  // Chance decides which steps a run draws, and few cases have any.
  'fresh-state': never,
  'same-again': never,
  'restart-keeps': never,
  'fresh-home': never,
  recovery: never,
  'learned-scope': never,
  'at-once': never,
  'session-pin': never,
  'stored-order': never,
  'first-failure': never,
  'steps-done': never,
  'explicit-choice': ({ paths }) => paths.some((path) => pathOf(path).medium !== null),
};

function never(): boolean {
  return false;
}

/** Variants are run on the representative paths alone. */
function hasVariants({ paths }: Result): boolean {
  return PATHS.some(({ name, isRepresentative }) => isRepresentative && paths.includes(name));
}

/** The laws that could have judged a case of the run, and judged none. */
function unjudgedLaws(result: Result): LawId[] {
  const ids = Object.keys(result.judged) as LawId[];
  return ids.filter((id) => result.judged[id] === 0 && (NEEDS[id]?.(result) ?? true));
}
