import fc from 'fast-check';
import { unsupportedReason } from '../../gateway/asked/unsupported-reason.ts';
import { inFormsOf } from '../../generators/build-forms.ts';
import type { Case } from '../../generators/case.ts';
import type { ProviderId } from '../../generators/providers/catalog.ts';
import { stepsCaseArbitrary } from '../../generators/steps-case.ts';
import type { Lane } from '../../observation/lane.ts';
import { asksMemorySearch } from '../../paths/parts/memory-search.ts';
import { type AnyPath, pathOf } from '../../paths/paths.ts';
import type { Space } from './space.ts';

/**
 * The cases with steps of a run: those of a gateway in its lane; in another, every second one, since bugs of a process
 * that goes on are what users of a gateway meet.
 */
export function stepsCases(space: Space, seed: number, count: number, lane: Lane): Case[] {
  const ofGateway = lane === 'gateway' ? count : Math.floor(count / 2);
  return [...drawn(space, seed, count - ofGateway, false), ...drawn(space, seed, ofGateway, true)];
}

function drawn(space: Space, seed: number, count: number, hasGateway: boolean): Case[] {
  const { providers, subscriptions, version } = space;
  const lane = hasGateway ? 'gateway' : 'embedded';
  // The steps of a case share one gateway: a path that needs one of its own takes no part.
  const paths = space.paths.map(pathOf).filter(({ needs, onlyLane }) => {
    return !needs.gateway && !needs.channel && (hasGateway || !onlyLane);
  });
  const namesOf = (among: readonly AnyPath[], id: ProviderId) =>
    among.filter((path) => unsupportedReason(id, path, version, lane) === null).map(({ name }) => name);
  const taken = new Map(providers.map((id) => [id, namesOf(paths, id)]));
  const ofMemory = space.paths.map(pathOf).filter((path) => path.onlyLane && asksMemorySearch(path));
  const askable = {
    providers,
    subscriptions,
    pathsOf: (id: ProviderId) => taken.get(id) ?? [],
    memoryPathsOf: (id: ProviderId) => namesOf(ofMemory, id),
  };
  if (count === 0 || [...taken.values()].every((each) => each.length === 0)) return [];
  const any = stepsCaseArbitrary(askable, hasGateway);
  const read = any.map((value) => inFormsOf(value, space.forms));
  return fc.sample(read, { seed, numRuns: count });
}
