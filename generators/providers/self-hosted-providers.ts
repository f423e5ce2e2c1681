/**
 * Servers of the user's own, which OpenClaw knows by the address that their entry gives, and Ollama's service, which
 * speaks as its servers do.
 *
 * @source the manifests of openclaw 2026.4.24 and 2026.9.6 (`dist/extensions/<id>`);
 *   openclaw@2026.9.6:docs/providers/<id>.md
 */
import type { CompatibleProvider } from './compatible-providers.ts';

const SELF_HOSTED = { family: 'self-hosted', needsEntry: true } as const;

export const SELF_HOSTED_PROVIDERS = [
  {
    id: 'litellm',
    ...SELF_HOSTED,
    baseUrl: 'https://litellm.home-lab.com',
    environmentVariables: ['LITELLM_API_KEY'],
    models: ['claude-opus-4-6', 'gpt-6-astra'],
    ownModels: { 'image-generation': 'gpt-image-2' },
  },
  {
    id: 'lmstudio',
    ...SELF_HOSTED,
    baseUrl: 'https://lmstudio.home-lab.com/v1',
    environmentVariables: ['LM_API_TOKEN'],
    models: ['qwen3.5-9b', 'gemma-4-12b'],
    ownModels: { embedding: 'text-embedding-nomic-embed-text-v1.5' },
    // What failed to load a model is left alone for seconds, by the whole process
    // (openclaw@2026.9.6:docs/providers/lmstudio.md, "Disabling preload").
    entrySettings: { params: { preload: false } },
  },
  {
    id: 'vllm',
    ...SELF_HOSTED,
    baseUrl: 'https://vllm.home-lab.com/v1',
    environmentVariables: ['VLLM_API_KEY'],
    models: ['home/large', 'home/small'],
  },
  {
    id: 'sglang',
    ...SELF_HOSTED,
    baseUrl: 'https://sglang.home-lab.com/v1',
    environmentVariables: ['SGLANG_API_KEY'],
    models: ['qwen3-vl', 'gemma-4'],
  },
  {
    // Its embeddings take no variable for such a server (openclaw@2026.9.6:docs/providers/ollama/setup.md, "Memory
    // embedding scope"): not compared.
    id: 'ollama',
    ...SELF_HOSTED,
    api: 'ollama',
    baseUrl: 'https://ollama.home-lab.com',
    environmentVariables: ['OLLAMA_API_KEY'],
    models: ['qwen3-vl:8b', 'gemma3:12b'],
  },
  {
    // The same as a service.
    id: 'ollama-cloud',
    plugin: 'ollama',
    api: 'ollama',
    baseUrl: 'https://ollama.com',
    environmentVariables: ['OLLAMA_API_KEY'],
    models: ['kimi-k2.6', 'kimi-k2.5'],
  },
] as const satisfies readonly CompatibleProvider[];
