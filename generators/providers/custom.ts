/** Providers that only the user's configuration knows: no plugin brings them. */
import { EVERY_BUILD } from './builds.ts';
import { EMBEDS_SINCE } from './compatible-embedding.ts';
import { provider } from './provider.ts';

export const CUSTOM = [
  provider({
    id: 'custom-openai',
    family: 'custom',
    weight: 5,
    builds: EVERY_BUILD,
    baseUrl: 'https://llm.acme-models.com/v1',
    needsEntry: true,
    environmentVariables: [],
    models: ['acme-large', 'acme-small'],
    ownModels: { embedding: 'acme-embed' },
    firstBuilds: EMBEDS_SINCE,
    profileTypes: ['api_key', 'token'],
  }),
  provider({
    id: 'custom-anthropic',
    family: 'custom',
    weight: 3,
    builds: EVERY_BUILD,
    api: 'anthropic-messages',
    baseUrl: 'https://claude.acme-proxy.com',
    needsEntry: true,
    environmentVariables: [],
    models: ['acme-claude', 'acme-claude-mini'],
    profileTypes: ['api_key', 'token'],
  }),
] as const;
