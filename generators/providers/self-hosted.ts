/**
 * Servers of the user's own, which OpenClaw knows by the address that their entry gives, and Ollama's service, which
 * speaks as its servers do.
 *
 * @source the manifests of openclaw 2026.4.24 and 2026.9.6 (`dist/extensions/<id>`);
 *   openclaw@2026.9.6:docs/providers/<id>.md
 */
import { bundled } from './builds.ts';
import { EMBEDS_SINCE } from './compatible-embedding.ts';
import { provider } from './provider.ts';

const OF_THE_USER = { family: 'self-hosted', needsEntry: true } as const;

export const SELF_HOSTED = [
  provider({
    id: 'litellm',
    builds: bundled(null),
    ...OF_THE_USER,
    baseUrl: 'https://litellm.home-lab.com',
    environmentVariables: ['LITELLM_API_KEY'],
    models: ['claude-opus-4-6', 'gpt-6-astra'],
    ownModels: { 'image-generation': 'gpt-image-2', embedding: 'text-embedding-3-large' },
    firstBuilds: { ...EMBEDS_SINCE, 'image-generation': '2026.5.3-1' },
  }),
  provider({
    id: 'lmstudio',
    // Before, its preload cannot be turned off.
    builds: bundled(null, '2026.5.3-1'),
    ...OF_THE_USER,
    baseUrl: 'https://lmstudio.home-lab.com/v1',
    environmentVariables: ['LM_API_TOKEN'],
    models: ['qwen3.5-9b', 'gemma-4-12b'],
    ownModels: { embedding: 'text-embedding-nomic-embed-text-v1.5' },
    // A model that failed to load is left alone for seconds by the whole process
    // (openclaw@2026.9.6:docs/providers/lmstudio.md, "Disabling preload").
    entrySettings: { params: { preload: false } },
  }),
  provider({
    id: 'vllm',
    builds: bundled(null),
    ...OF_THE_USER,
    baseUrl: 'https://vllm.home-lab.com/v1',
    environmentVariables: ['VLLM_API_KEY'],
    models: ['home/large', 'home/small'],
    ownModels: { embedding: 'home/embed' },
    firstBuilds: EMBEDS_SINCE,
  }),
  provider({
    id: 'sglang',
    builds: bundled(null),
    ...OF_THE_USER,
    baseUrl: 'https://sglang.home-lab.com/v1',
    environmentVariables: ['SGLANG_API_KEY'],
    models: ['qwen3-vl', 'gemma-4'],
  }),
  provider({
    // Its embeddings take no variable for such a server (openclaw@2026.9.6:docs/providers/ollama/setup.md, "Memory
    // embedding scope"): not compared.
    id: 'ollama',
    builds: bundled(null),
    ...OF_THE_USER,
    api: 'ollama',
    baseUrl: 'https://ollama.home-lab.com',
    environmentVariables: ['OLLAMA_API_KEY'],
    models: ['qwen3-vl:8b', 'gemma3:12b'],
  }),
  provider({
    // The same as a service.
    id: 'ollama-cloud',
    // Earlier ones know no model of it but what it lists.
    builds: bundled(null, '2026.8.1'),
    plugin: 'ollama',
    api: 'ollama',
    baseUrl: 'https://ollama.com',
    environmentVariables: ['OLLAMA_API_KEY'],
    models: ['kimi-k2.6', 'kimi-k2.5'],
  }),
] as const;
