/** Names of models without their provider. */
import { at, record, text } from '../support/json-path.ts';
import type { JsonRecord } from '../support/json-record.ts';

/**
 * A name with its provider before it, where the name has none and one configured provider alone has the model; the name as it stands
 * otherwise.
 *
 * @source openclaw@2026.9.6:docs/concepts/models.md ("a unique configured-provider match for that exact unprefixed model id"); its
 *   `inferUniqueProviderFromConfiguredModels`
 */
export function withItsProvider(config: JsonRecord, name: string): string {
  if (name.includes('/')) return name;
  const [provider, ...others] = new Set([...named(config, name), ...listers(config, name)]);
  return provider !== undefined && others.length === 0 ? `${provider}/${name}` : name;
}

/** Whether the entry of a provider lists a model. */
export function isListedBy(config: JsonRecord, provider: string, model: string): boolean {
  return listers(config, model).includes(provider);
}

function listers(config: JsonRecord, model: string): string[] {
  return Object.entries(record(at(config, 'models.providers'))).flatMap(([provider, entry]) => {
    const { models } = record(entry);
    const isListed = Array.isArray(models) && models.some((each) => isSame(text(record(each).id), model));
    return isListed ? [provider] : [];
  });
}

/** The providers of the references in `agents.defaults.models` that are of this model. */
function named(config: JsonRecord, model: string): string[] {
  return Object.keys(record(at(config, 'agents.defaults.models'))).flatMap((reference) => {
    const [provider = '', ...rest] = reference.split('/');
    return isSame(rest.join('/'), model) ? [provider] : [];
  });
}

function isSame(left: string | null, right: string): boolean {
  return left?.toLowerCase() === right.toLowerCase();
}
