/** The model that each path of a case asks. */

import { choosesByItself } from '../../generators/axes/media-selection.ts';
import type { Case } from '../../generators/case.ts';
import { providerOfSetup } from '../../generators/provider-setup.ts';
import type { ProviderId } from '../../generators/providers/catalog.ts';
import type { OwnModelPath } from '../../generators/providers/provider.ts';
import type { PathName } from '../../observation/path-name.ts';

export interface ModelReference {
  readonly provider: ProviderId;
  /** Model id without the provider. */
  readonly model: string;
  /** `provider/model`, as OpenClaw writes it. */
  readonly reference: string;
}

/** The model that `agents.defaults` names: chat's, unless the agent has one of its own. */
export function defaultModelOf(value: Case): ModelReference {
  const chat = modelOf(value, 'chat');
  if (value.agent !== 'own-model') return chat;
  const model = providerOfSetup(value.provider).models[1];
  return { provider: chat.provider, model, reference: `${chat.provider}/${model}` };
}

/** Paths that do another's work by other code. */
const SAME_MODEL: Readonly<Partial<Record<PathName, OwnModelPath>>> = {
  'image-tool': 'image',
  'pdf-tool': 'image',
  memory: 'embedding',
};

/** Paths that run on chat's model. */
const ASKS_CHATS: readonly PathName[] = ['chat', 'completion', 'compaction', 'probe'];

/** The model of a path. The probe is asked about chat's; a path that may choose is expected to take it, too. */
export function modelOf(value: Case, path: PathName): ModelReference {
  const takesChats = choosesByItself(value.mediaSelection, path) || ASKS_CHATS.includes(path);
  const media = takesChats ? 'same' : value.media;
  const setup = media === 'other-provider' && value.otherProvider ? value.otherProvider : value.provider;
  const { id } = setup;
  const provider = providerOfSetup(setup);
  const [first, second] = provider.models;
  const usual = media === 'other-model' ? second : first;
  const own = SAME_MODEL[path] ?? path;
  const model = provider.ownModels?.[own as OwnModelPath] ?? usual;
  const called = provider.namesOnPaths?.[path] ?? id;
  return { provider: id, model, reference: `${called}/${model}` };
}

/** Paths whose model stands in a list, where a case names one. */
const HAS_LIST: readonly PathName[] = ['image', 'audio', 'video'];
/** Parts of a turn that read `agents.defaults.imageModel`. */
const READS_IMAGE_MODEL: readonly PathName[] = ['image-tool', 'pdf-tool'];

/** The model that a path asks where its own has failed, or null. */
export function fallbackOf(value: Case, path: PathName): ModelReference | null {
  const { fallback, mediaSelection, otherProvider } = value;
  const isOfTurn = path === 'chat' || path === 'compaction';
  const isNamed =
    (mediaSelection === 'entries' && HAS_LIST.includes(path)) ||
    (mediaSelection === 'image-model' && (path === 'image' || READS_IMAGE_MODEL.includes(path)));
  if (!fallback || !(isOfTurn || isNamed)) return null;
  const first = modelOf(value, path);
  const setup = fallback === 'other-provider' && otherProvider ? otherProvider : value.provider;
  const model = providerOfSetup(setup).models.find((id) => id !== first.model || setup.id !== first.provider);
  return model ? { provider: setup.id, model, reference: `${setup.id}/${model}` } : null;
}
