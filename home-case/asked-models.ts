/** The model that each path of a home case asks. */
import { providerNamed } from '../generators/providers/catalog.ts';
import type { Medium, OwnModel } from '../generators/providers/model-kinds.ts';
import { serviceNamed } from '../generators/providers/services.ts';
import type { PathName } from '../observation/path-name.ts';
import type { AnyPath } from '../paths/paths.ts';
import { likeInCatalog, providersOf } from './addresses.ts';
import {
  chatModel,
  generationModel,
  helperModel,
  type ModelName,
  modelSetting,
  searchModel,
  speechProvider,
  webSearchProvider,
} from './configuration.ts';
import { hasHeartbeats } from './heartbeats.ts';
import type { HomeCase } from './home-case.ts';
import { CHOSEN, mediaEntry } from './media-entries.ts';

/** The model that the home names for a path; null: it leaves the choice to the build. */
export function namedModel(value: HomeCase, asked: AnyPath): ModelName | null {
  const path: Pick<AnyPath, 'model' | 'name' | 'medium'> = (asked.lists as AnyPath | undefined) ?? asked;
  const { of, own, givenBy } = path.model;
  // A home names the provider that searches, and never its model.
  if (own === 'web-search') return null;
  if (of === 'chat') return (givenBy && helperModel(value, givenBy)) || chatModel(value);
  if (path.name === 'pdf-tool') return modelSetting(value, 'pdfModel') ?? modelSetting(value, 'imageModel');
  if (path.medium) {
    const entry = mediaEntry(value, path.medium);
    return entry ?? (path.medium === 'image' ? modelSetting(value, 'imageModel') : null);
  }
  switch (own) {
    case 'image':
      return modelSetting(value, 'imageModel');
    case 'image-generation':
      return generationModel(value, 'image');
    case 'video-generation':
      return generationModel(value, 'video');
    case 'embedding': {
      const named = searchModel(value);
      if (!named) return null;
      return {
        ...named,
        model: named.model || (ownModel(value, named.provider, 'embedding') ?? ''),
      };
    }
    default:
      return null;
  }
}

/** The model that a path is expected to ask: where the home names none, chat's provider's own for this work. */
export function expectedModel(value: HomeCase, path: AnyPath): ModelName {
  const named = namedModel(value, path);
  if (named) return named;
  const chat = chatModel(value) ?? { provider: providersOf(value)[0] ?? 'openai', model: CHOSEN };
  const asked = { ...chat, provider: workerOf(value, path) ?? chat.provider };
  const own = path.model.own && ownModel(value, asked.provider, path.model.own);
  return own ? { ...asked, model: own } : asked;
}

/** The provider that does the work of a path where the home names one for it, and no model. */
function workerOf(value: HomeCase, { model: { own } }: AnyPath): string | null {
  if (own === 'web-search') return webSearchProvider(value);
  return own === 'speech' ? speechProvider(value) : null;
}

/** The model that a provider has for a kind of work; null: it does none. */
function ownModel(value: HomeCase, provider: string, work: OwnModel): string | null {
  const service = serviceNamed(provider);
  if (service) return service.work.some((each) => each === work) ? service.model : null;
  return likeInCatalog(value, provider).ownModels?.[work] ?? null;
}

/** `provider/model` of the expected model, with the name that the provider has on the path. */
export function modelReference(value: HomeCase, path: AnyPath): string {
  const { provider, model } = expectedModel(value, path);
  return `${providerNamed(provider)?.namesOnPaths?.[path.name] ?? provider}/${model}`;
}

/** Whether the build itself chooses the model of a path, or the command names one. */
export function isChosenByBuild(value: HomeCase, path: AnyPath): boolean {
  const isSpoken = path.model.own === 'speech' && speechProvider(value) !== null;
  const named = namedModel(value, path);
  return named === null ? isSpoken || !isNamedByCommand(path) : named.model === CHOSEN;
}

/** Paths whose command must name a model. */
function isNamedByCommand({ model: { own } }: AnyPath): boolean {
  const works: readonly (OwnModel | null)[] = ['embedding', 'image-generation', 'video-generation', 'speech'];
  return works.includes(own);
}

/** The reason why a home has nothing to ask on a path; null where it has. A path that the user named is asked in any case. */
export function nothingToAsk(value: HomeCase, path: AnyPath): string | null {
  const failing: readonly PathName[] = value.asked.failing;
  if (failing.includes(path.name)) return null;
  if ((path.follows ?? path).model.givenBy === 'heartbeat' && !hasHeartbeats(value))
    return `the home has no ${path.name}: it turns heartbeats off`;
  const { provider } = expectedModel(value, path);
  if (path.servedBy === 'every provider') return null;
  const isServed =
    path.servedBy === 'those that tell usage'
      ? providerNamed(provider)?.usage !== undefined
      : 'medium' in path.servedBy
        ? hasMedium(value, provider, path.servedBy.medium)
        : namedModel(value, path) !== null || Boolean(ownModel(value, provider, path.servedBy.ownModel));
  return isServed
    ? null
    : `the home has no ${path.name}: ${provider} has none, and it names no other model for it`;
}

/** Whether a provider of a home takes a medium. */
export function hasMedium(value: HomeCase, provider: string, medium: Medium): boolean {
  const service = serviceNamed(provider);
  if (service) return service.work.some((each) => each === medium);
  return likeInCatalog(value, provider).media.includes(medium);
}
