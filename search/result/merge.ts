/** Makes one result of the shards of one run. */

import { bySize } from '../../generators/case.ts';
import { byText } from '../../invariants/fingerprint.ts';
import { BadInput } from '../../support/bad-input.ts';
import { causesOf } from '../causes/found-causes.ts';
import { added, byName, inEvery, once } from './join-shards.ts';
import type { Finding, Result } from './result.ts';

/** Fields that the shards of one run share. */
const COMMON = ['suite', 'subject', 'providers', 'lane', 'reference', 'paths', 'seed'] as const;

/**
 * The result of the whole run.
 *
 * @throws BadInput when the results are not all the shards of one run
 */
export function mergeResults(results: readonly Result[]): Result {
  const [first] = results;
  if (!first?.shard) throw new BadInput('merge needs the results of shards: run each part with --shard i/n.');
  checkBelongTogether(first, results);
  const sum = (pick: (result: Result) => number) => results.reduce((total, each) => total + pick(each), 0);
  // A finding of one shard holds, whatever the others did.
  const unmet = inEvery(results.map(({ baseline }) => baseline.unmet));
  const findings = mergeFindings(results.flatMap((each) => each.findings));
  return {
    ...first,
    shard: null,
    stopped: results.find(({ stopped }) => stopped !== null)?.stopped ?? null,
    cases: {
      total: first.cases.total,
      asked: sum(({ cases }) => cases.asked),
      achieved: sum(({ cases }) => cases.achieved),
      conforming: sum(({ cases }) => cases.conforming),
    },
    judged: added(results.map(({ judged }) => judged)),
    lawTimes: added(results.map(({ lawTimes }) => lawTimes)),
    promises: addedPromises(results.map(({ promises }) => promises)),
    notRun: {
      paths: added(results.map(({ notRun }) => notRun.paths)),
      variants: added(results.map(({ notRun }) => notRun.variants)),
    },
    homes: results.flatMap(({ homes }) => homes),
    // Every shard leaves out the same cases; each replays homes of its own.
    leftOut: once(
      results.flatMap(({ leftOut }) => leftOut),
      ({ what, reason }) => `${what} ${reason}`,
    ),
    // The first shard alone asks for them.
    fields: {
      problem: results.find(({ fields }) => fields.problem !== null)?.fields.problem ?? null,
      observed: results.flatMap(({ fields }) => fields.observed),
    },
    findings,
    causes: causesOf(findings),
    baseline: {
      stale: [...new Set(results.flatMap(({ baseline }) => baseline.stale))].filter((each) =>
        unmet.includes(each),
      ),
      expired: [...new Set(results.flatMap(({ baseline }) => baseline.expired))],
      unmet,
      replayed: sum(({ baseline }) => baseline.replayed),
      notReplayed: added(results.map(({ baseline }) => baseline.notReplayed)),
    },
    notTestable: addedReasons(results.flatMap(({ notTestable }) => notTestable)),
    coverage: {
      pairs: added(results.map(({ coverage }) => coverage.pairs)),
      declared: first.coverage.declared,
      gaps: inEvery(results.map(({ coverage }) => coverage.gaps)),
      gapsAllowed: first.coverage.gapsAllowed,
      unexercisedAllowed: first.coverage.unexercisedAllowed,
    },
    rejectedConfigs: sum(({ rejectedConfigs }) => rejectedConfigs),
    preflights: {
      throughGateway: sum(({ preflights }) => preflights.throughGateway),
      comparedWithNothing: sum(({ preflights }) => preflights.comparedWithNothing),
    },
    observed: added(results.map(({ observed }) => observed)),
    // The medians of parts are not those of the whole.
    timings: {},
    phases: {
      searching: Math.max(...results.map(({ phases }) => phases.searching)),
      settling: Math.max(...results.map(({ phases }) => phases.settling)),
      replaying: Math.max(...results.map(({ phases }) => phases.replaying)),
    },
    seconds: Math.max(...results.map(({ seconds }) => seconds)),
    slowest: byName(
      results.map(({ slowest }) => slowest),
      Math.max,
    ),
    gatewayStarts: sum(({ gatewayStarts }) => gatewayStarts),
    httpVersions: added(results.map(({ httpVersions }) => httpVersions)),
    quietRequests: added(results.map(({ quietRequests }) => quietRequests)),
  };
}

function checkBelongTogether(first: Result, results: readonly Result[]): void {
  const parts = first.shard?.count ?? 0;
  for (const name of COMMON) {
    const other = results.find((each) => JSON.stringify(each[name]) !== JSON.stringify(first[name]));
    if (other) {
      const [a, b] = [first, other].map((each) => JSON.stringify(each[name]));
      throw new BadInput(`The results do not belong together: ${name} is ${a} in one and ${b} in another.`);
    }
  }
  const totals = new Set(results.map(({ cases }) => cases.total));
  if (totals.size > 1)
    throw new BadInput(`The results do not belong together: they are of ${[...totals].join(' and ')} cases.`);
  for (let index = 1; index <= parts; index++) {
    const given = results.filter(({ shard }) => shard?.index === index && shard.count === parts);
    if (given.length === 0)
      throw new BadInput(`Shard ${index} of ${parts} is missing. Give its result, too.`);
    if (given.length > 1) throw new BadInput(`Shard ${index} of ${parts} is given twice.`);
  }
  if (results.length !== parts) throw new BadInput(`${results.length} results for ${parts} shards.`);
}

/** One finding for each fingerprint: its smallest case, and how often it was met in all. */
function mergeFindings(findings: readonly Finding[]): Finding[] {
  const merged = [...Map.groupBy(findings, ({ fingerprint }) => fingerprint).values()].map((group) => {
    const sorted = group.toSorted((a, b) => bySize(a.case, b.case));
    const confirmed = sorted.find(({ status }) => status === 'new' || status === 'known');
    return { ...(confirmed ?? sorted[0]!), met: group.reduce((total, { met }) => total + met, 0) };
  });
  return merged.sort((a, b) => byText(a.fingerprint, b.fingerprint));
}

function addedPromises(all: readonly Result['promises'][]): Result['promises'] {
  const ids = [...new Set(all.flatMap((each) => Object.keys(each)))];
  const sum = (id: string, what: 'exercised' | 'broken') =>
    all.reduce((total, each) => total + (each[id]?.[what] ?? 0), 0);
  return Object.fromEntries(
    ids.map((id) => [id, { exercised: sum(id, 'exercised'), broken: sum(id, 'broken') }]),
  );
}

function addedReasons(reasons: Result['notTestable']): Result['notTestable'] {
  const groups = Map.groupBy(reasons, ({ what, reason }) => `${what} ${reason}`);
  return [...groups.values()].map((group) => ({
    ...group.toSorted((a, b) => bySize(a.case, b.case))[0]!,
    count: group.reduce((total, each) => total + each.count, 0),
  }));
}
