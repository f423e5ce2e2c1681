/** Models for vectors that one provider has and another has not: an API knows its own alone. */
import { z } from 'zod';
import { ALL_PROVIDERS, type ProviderId, providerOf } from '../../generators/providers/catalog.ts';
import { jsonBody } from '../request-body.ts';

const askedSchema = z.looseObject({ model: z.string() });

const MODELS: ReadonlySet<string> = new Set(
  ALL_PROVIDERS.flatMap(({ ownModels }) => ownModels?.embedding ?? []),
);

/**
 * Whether a provider is asked for vectors by a model of another one. What a host of the user's own knows, nobody can tell.
 *
 * @source OpenAI API reference, "Create embeddings", Gemini API, `models.embedContent` (an unknown model is not found)
 */
export async function asksForeignVectors(id: ProviderId, request: Request): Promise<boolean> {
  const { ownModels, hosts, needsEntry } = providerOf(id);
  const { hostname, pathname } = new URL(request.url);
  if (!ownModels?.embedding || needsEntry || !hosts.includes(hostname) || !/embed/i.test(pathname))
    return false;
  const inPath = /\/models\/([^/:]+):/.exec(pathname)?.[1];
  const model = inPath ?? (await jsonBody(request, askedSchema))?.model.replace(/^models\//, '');
  return model !== undefined && model !== ownModels.embedding && MODELS.has(model);
}
