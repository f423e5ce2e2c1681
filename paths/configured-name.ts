/** The name that a configuration has for a model: with its provider, or without it. */
import { profileOfChat } from '../generators/axes/chat-profile.ts';
import type { Case } from '../generators/case.ts';
import { type ProviderSetup, providerOfSetup } from '../generators/provider-setup.ts';
import { providerOf } from '../generators/providers/catalog.ts';
import { setupsOf } from '../generators/secrets/canaries.ts';
import { type ModelReference, modelOf } from './asked-model.ts';
import { chat } from './chat.ts';
import { image } from './image.ts';

/** `provider/model`, or the model's id alone where the case names it so. */
export function configuredName(value: Case, model: ModelReference): string {
  return isNamedBare(value, model) ? model.model : model.reference;
}

/** Whether the configuration of a case names chat's model, or that of pictures, without its provider. */
export function namesModelBare(value: Case): boolean {
  return isChatsNameBare(value) || isImagesNameBare(value);
}

export function isImagesNameBare(value: Case): boolean {
  return value.mediaSelection === 'image-model' && isNamedBare(value, modelOf(value, image));
}

/** An alias, a capital, or a profile behind the name, is another way to name it. */
export function isChatsNameBare(value: Case): boolean {
  const isNamedElse = value.modelName !== 'full' || profileOfChat(value) !== null;
  return !isNamedElse && isNamedBare(value, modelOf(value, chat));
}

/**
 * The documents promise the provider of a model that one alone lists. An id with a slash needs its provider
 * (openclaw@2026.9.6:docs/concepts/models.md, "Model refs are parsed by splitting on the first `/`").
 */
function isNamedBare(value: Case, { provider, model }: ModelReference): boolean {
  if (!value.bareModel || model.includes('/') || sharesModel(value)) return false;
  const [own] = setupsOf(value).filter(({ id }) => id === provider);
  const others = setupsOf(value).filter(({ id }) => id !== provider);
  return (
    own !== undefined &&
    listsModels(own) &&
    !others.some((other) => providerOfSetup(other).models.includes(model))
  );
}

/** Whether the second provider's entry lists a model with the id of chat's. */
export function sharesModel({ sharedModel, otherProvider }: Case): boolean {
  return sharedModel && otherProvider !== null && listsModels(otherProvider);
}

/** Whether the configuration has an entry of a provider that lists the models that a case asks. */
function listsModels({ id, entry, entryFields, modelId }: ProviderSetup): boolean {
  if (modelId !== 'known') return true;
  return entryFields !== 'no-models' && (entry !== null || providerOf(id).needsEntry);
}
