import fc from 'fast-check';
import type { Case } from '../../generators/case.ts';
import { withoutSecretStore } from '../../generators/secrets/secret-store.ts';
import { stepsCaseArbitrary } from '../../generators/steps-case.ts';
import type { Lane } from '../../observation/lane.ts';
import { type AnyPath, pathOf } from '../../paths/paths.ts';
import type { Space } from './space.ts';

/** The cases with steps of a run. With a gateway alone come the steps that need one: it takes long to start. */
export function stepsCases(space: Space, seed: number, count: number, lane: Lane): Case[] {
  if (count === 0) return [];
  // The steps of a case share one gateway: a path that needs one of its own takes no part.
  const paths = space.paths.filter((path) => !needsOwnGateway(pathOf(path)));
  if (paths.length === 0) return [];
  const any = stepsCaseArbitrary(space.providers, paths, lane === 'gateway');
  const kept = space.hasSecretStore ? any : any.map(withoutSecretStore);
  return fc.sample(kept, { seed, numRuns: count });
}

function needsOwnGateway({ needs }: AnyPath): boolean {
  return needs.gateway !== undefined || needs.channel !== undefined;
}
