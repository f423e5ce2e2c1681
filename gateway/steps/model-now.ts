/** The model that a path asks after steps, and whether a build has the path at all. */
import { providerOfSetup } from '../../generators/provider-setup.ts';
import type { Lane } from '../../observation/lane.ts';
import { emptyObservation, type Observation } from '../../observation/observation.ts';
import type { ModelReference } from '../../paths/asked-model.ts';
import { asksMemorySearch } from '../../paths/parts/memory-search.ts';
import type { AnyPath } from '../../paths/paths.ts';
import { askedModel } from '../asked/unsupported-reason.ts';
import type { LivingHome } from './living-home.ts';
import { withMovedMemory } from './move-memory.ts';

export function modelNow(
  { value, hasSecondModel, hasMovedMemory }: LivingHome,
  path: AnyPath,
  version: string,
  lane: Lane,
): { readonly model: ModelReference; readonly unsupported: string | null } {
  const isMoved = hasMovedMemory && asksMemorySearch(path);
  const asked = askedModel(isMoved ? withMovedMemory(value) : value, path, version, lane);
  const { provider } = asked.model;
  const isChats = path.model.of === 'chat' && provider === value.provider.id;
  if (!hasSecondModel || !isChats) return asked;
  const model = providerOfSetup(value.provider).models[1];
  return { ...asked, model: { provider, model, reference: `${provider}/${model}` } };
}

/** The observation of a path that the build does not have. */
export function notTaken(path: AnyPath, lane: Lane, model: ModelReference, reason: string): Observation {
  const expected = { provider: model.provider, id: model.model };
  return { ...emptyObservation(path.name, lane, expected), outcome: { kind: 'unsupported', reason } };
}
