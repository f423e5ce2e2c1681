/** Providers that only the user's configuration knows: no plugin brings them by their name. */
import { bundled, EVERY_BUILD } from './builds.ts';
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
  provider({
    // A second server of Ollama, under a name of its own (openclaw@2026.5.22:docs/providers/ollama.md, "Multiple Ollama hosts").
    id: 'custom-ollama',
    family: 'self-hosted',
    weight: 2,
    builds: bundled(null),
    plugin: 'ollama',
    api: 'ollama',
    baseUrl: 'https://ollama.acme-models.com',
    needsEntry: true,
    environmentVariables: [],
    models: ['acme-vl:27b', 'acme-vl:4b'],
    profileTypes: ['api_key'],
  }),
] as const;
