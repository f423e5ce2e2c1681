/** The model that each path of a case asks. */
import { type HelperModel, modelOfHelper } from '../generators/axes/helper-model.ts';
import { type JobModel, modelOfJob } from '../generators/axes/job-model.ts';
import { memoryFallbackOf } from '../generators/axes/memory-fallback.ts';
import { modelOfSession, type SessionModel } from '../generators/axes/session-model.ts';
import type { Case } from '../generators/case.ts';
import { providerOfSetup } from '../generators/provider-setup.ts';
import { nameOnPath, type ProviderId, providerOf } from '../generators/providers/catalog.ts';
import { asksMemorySearch } from './parts/memory-search.ts';
import type { AnyPath } from './paths.ts';

export interface ModelReference {
  readonly provider: ProviderId;
  /** Model id without the provider. */
  readonly model: string;
  /** `provider/model`, as OpenClaw writes it. */
  readonly reference: string;
}

/** The name of the provider in a reference, which a path may call otherwise than by its id. */
export function nameIn({ reference }: { readonly reference: string }): string {
  return reference.split('/')[0] ?? '';
}

/** Whether OpenClaw itself chooses the model of a path, which then may be of any provider: nothing in the case names it. */
export function choosesByItself({ mediaSelection }: Case, { model }: AnyPath): boolean {
  return !model.namedBy.includes(mediaSelection);
}

/** The model that a path names in place of its agent's, as a scheduled job or a turn for which one is picked; null: it names none. */
export function namedBesides(value: Case, { model }: AnyPath): JobModel | SessionModel | null {
  if (model.namedBesides === 'job') return modelOfJob(value);
  return model.namedBesides === 'session' ? modelOfSession(value) : null;
}

/** The model that a setting gives to a path in place of its turn's; null: none does, or the path names one itself. */
export function givenModel(value: Case, path: AnyPath): HelperModel | null {
  const isGiven = path.model.givenBy !== undefined && namedBesides(value, path) === null;
  return isGiven ? modelOfHelper(value) : null;
}

/** The model of a path. The probe is asked about chat's; a path that may choose is expected to take it, too. */
export function modelOf(value: Case, path: AnyPath): ModelReference {
  const takesChats = choosesByItself(value, path) || path.model.of === 'chat';
  const own = namedBesides(value, path) ?? givenModel(value, path);
  const media = own ?? (takesChats ? 'same' : value.media);
  const setup = media === 'other-provider' && value.otherProvider ? value.otherProvider : value.provider;
  const { id } = setup;
  const provider = providerOfSetup(setup);
  const [first, second] = provider.models;
  const usual = media === 'other-model' ? second : first;
  const model = (path.model.own && provider.ownModels?.[path.model.own]) ?? usual;
  const called = provider.namesOnPaths?.[path.name] ?? id;
  return { provider: id, model, reference: `${called}/${model}` };
}

/** Whether the command of a path, or the call of its tool, names the model where `mediaSelection` leaves it to them. */
export function namesModelItself({ medium, turn }: AnyPath): boolean {
  return medium !== null || turn?.endsWith === 'result';
}

/** The model that a path asks where its own has failed, or null. */
export function fallbackOf(value: Case, path: AnyPath): ModelReference | null {
  if (asksMemorySearch(path)) return fallbackOfMemory(value, path);
  const { fallback, otherProvider, mediaSelection } = value;
  if (!fallback || !path.model.hasFallback || choosesByItself(value, path)) return null;
  // A command names one model, and so does the call of a tool.
  if (mediaSelection === 'command' && namesModelItself(path)) return null;
  const first = modelOf(value, path);
  const setup = fallback === 'other-provider' && otherProvider ? otherProvider : value.provider;
  const { models, ownModels } = providerOfSetup(setup);
  // Not every chat model of a provider reads the path's medium.
  const own = path.model.own && ownModels?.[path.model.own];
  const model = [...(own ? [own] : []), ...models].find(
    (id) => id !== first.model || setup.id !== first.provider,
  );
  return model ? { provider: setup.id, model, reference: `${setup.id}/${model}` } : null;
}

/** The model for vectors that memory search asks where its own provider fails, or null. */
function fallbackOfMemory(value: Case, path: AnyPath): ModelReference | null {
  const provider = memoryFallbackOf(value);
  const model = provider && providerOf(provider).ownModels?.embedding;
  return model ? { provider, model, reference: `${nameOnPath(provider, path.name)}/${model}` } : null;
}
