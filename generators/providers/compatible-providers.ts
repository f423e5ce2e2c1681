/**
 * Providers that speak another's API and differ in names and addresses alone.
 *
 * @source the manifests and catalogs of openclaw 2026.4.24, 2026.5.20 and 2026.9.6 (`dist/extensions/<id>`)
 */
import type { Provider } from './provider.ts';

export const COMPATIBLE_PROVIDERS = [
  {
    id: 'moonshot',
    baseUrl: 'https://api.moonshot.ai/v1',
    environmentVariables: ['MOONSHOT_API_KEY', 'KIMI_API_KEY'],
    models: ['kimi-k2.6', 'kimi-k2.5'],
    media: ['image', 'video'],
  },
  {
    id: 'mistral',
    baseUrl: 'https://api.mistral.ai/v1',
    environmentVariables: ['MISTRAL_API_KEY'],
    models: ['mistral-large-latest', 'mistral-medium-latest'],
    ownModels: { audio: 'voxtral-mini-latest', embedding: 'mistral-embed' },
    media: ['image', 'audio'],
  },
  {
    id: 'xai',
    serviceHosts: ['auth.x.ai'],
    api: 'openai-responses',
    baseUrl: 'https://api.x.ai/v1',
    environmentVariables: ['XAI_API_KEY'],
    models: ['grok-4-fast', 'grok-4-1-fast'],
    ownModels: { audio: 'grok-stt', 'image-generation': 'grok-imagine-image' },
    media: ['image', 'audio'],
    subscription: {},
  },
  {
    id: 'zai',
    baseUrl: 'https://api.z.ai/api/coding/paas/v4',
    environmentVariables: ['ZAI_API_KEY', 'Z_AI_API_KEY'],
    models: ['glm-5v-turbo', 'glm-4.5v'],
  },
  {
    id: 'qwen',
    // Video has an address of its own.
    hosts: ['coding-intl.dashscope.aliyuncs.com', 'dashscope-intl.aliyuncs.com'],
    baseUrl: 'https://coding-intl.dashscope.aliyuncs.com/v1',
    environmentVariables: ['QWEN_API_KEY', 'MODELSTUDIO_API_KEY', 'DASHSCOPE_API_KEY'],
    models: ['qwen3.5-plus', 'qwen3.6-plus'],
    media: ['image', 'video'],
  },
  {
    id: 'minimax',
    api: 'anthropic-messages',
    baseUrl: 'https://api.minimax.io/anthropic',
    environmentVariables: ['MINIMAX_API_KEY', 'MINIMAX_CODE_PLAN_KEY', 'MINIMAX_CODING_API_KEY'],
    models: ['MiniMax-M2.7', 'MiniMax-M2.7-highspeed'],
    ownModels: { image: 'MiniMax-VL-01', 'image-generation': 'image-01', speech: 'speech-2.8-hd' },
  },
  {
    // The same for subscriptions.
    id: 'minimax-portal',
    plugin: 'minimax',
    api: 'anthropic-messages',
    baseUrl: 'https://api.minimax.io/anthropic',
    environmentVariables: ['MINIMAX_OAUTH_TOKEN'],
    models: ['MiniMax-M2.7', 'MiniMax-M2.7-highspeed'],
    ownModels: { image: 'MiniMax-VL-01', 'image-generation': 'image-01', speech: 'speech-2.8-hd' },
    profileTypes: ['oauth'],
  },
  {
    id: 'groq',
    baseUrl: 'https://api.groq.com/openai/v1',
    environmentVariables: ['GROQ_API_KEY'],
    models: ['meta-llama/llama-4-scout-17b-16e-instruct', 'meta-llama/llama-4-maverick-17b-128e-instruct'],
    ownModels: { audio: 'whisper-large-v3-turbo' },
    media: ['image', 'audio'],
  },
  {
    id: 'fireworks',
    baseUrl: 'https://api.fireworks.ai/inference/v1',
    environmentVariables: ['FIREWORKS_API_KEY'],
    models: ['accounts/fireworks/models/kimi-k2p6', 'accounts/fireworks/routers/kimi-k2p5-turbo'],
  },
  {
    id: 'opencode-go',
    baseUrl: 'https://opencode.ai/zen/go/v1',
    environmentVariables: ['OPENCODE_API_KEY', 'OPENCODE_ZEN_API_KEY'],
    models: ['kimi-k2.6', 'kimi-k3'],
  },
  {
    id: 'venice',
    baseUrl: 'https://api.venice.ai/api/v1',
    environmentVariables: ['VENICE_API_KEY'],
    models: ['kimi-k2-5', 'claude-sonnet-4-6'],
  },
  {
    id: 'xiaomi',
    baseUrl: 'https://api.xiaomimimo.com/v1',
    environmentVariables: ['XIAOMI_API_KEY'],
    models: ['mimo-v2-omni', 'mimo-v2-flash'],
  },
  {
    id: 'qianfan',
    baseUrl: 'https://qianfan.baidubce.com/v2',
    environmentVariables: ['QIANFAN_API_KEY'],
    models: ['ernie-5.0-thinking-preview', 'deepseek-v3.2'],
  },
  {
    id: 'volcengine',
    baseUrl: 'https://ark.cn-beijing.volces.com/api/v3',
    environmentVariables: ['VOLCANO_ENGINE_API_KEY'],
    models: ['doubao-seed-1-8-251228', 'doubao-seed-code-preview-251028'],
  },
  {
    id: 'byteplus',
    baseUrl: 'https://ark.ap-southeast.bytepluses.com/api/v3',
    environmentVariables: ['BYTEPLUS_API_KEY'],
    models: ['seed-1-8-251228', 'kimi-k2-5-260127'],
  },
  {
    id: 'synthetic',
    api: 'anthropic-messages',
    baseUrl: 'https://api.synthetic.new/anthropic',
    environmentVariables: ['SYNTHETIC_API_KEY'],
    models: ['hf:moonshotai/Kimi-K2.5', 'hf:Qwen/Qwen3-VL-235B-A22B-Instruct'],
  },
  {
    id: 'chutes',
    asksForModels: true,
    baseUrl: 'https://llm.chutes.ai/v1',
    environmentVariables: ['CHUTES_API_KEY', 'CHUTES_OAUTH_TOKEN'],
    models: ['moonshotai/Kimi-K2.5-TEE', 'Qwen/Qwen3.5-397B-A17B-TEE'],
  },
  {
    id: 'vercel-ai-gateway',
    api: 'anthropic-messages',
    baseUrl: 'https://ai-gateway.vercel.sh',
    environmentVariables: ['AI_GATEWAY_API_KEY'],
    models: ['anthropic/claude-opus-4.6', 'moonshotai/kimi-k2.6'],
  },
  {
    id: 'nvidia',
    baseUrl: 'https://integrate.api.nvidia.com/v1',
    environmentVariables: ['NVIDIA_API_KEY'],
    models: ['nvidia/nemotron-3-super-120b-a12b', 'moonshotai/kimi-k2.5'],
    media: [],
  },
  {
    id: 'together',
    hosts: ['api.together.xyz', 'api.together.ai'],
    baseUrl: 'https://api.together.xyz/v1',
    environmentVariables: ['TOGETHER_API_KEY'],
    models: ['meta-llama/Llama-3.3-70B-Instruct-Turbo', 'moonshotai/Kimi-K2.6'],
    media: [],
  },
  {
    id: 'huggingface',
    asksForModels: true,
    baseUrl: 'https://router.huggingface.co/v1',
    environmentVariables: ['HF_TOKEN', 'HUGGINGFACE_HUB_TOKEN'],
    models: ['deepseek-ai/DeepSeek-V3.1', 'openai/gpt-oss-120b'],
    media: [],
  },
  {
    id: 'deepseek',
    baseUrl: 'https://api.deepseek.com',
    environmentVariables: ['DEEPSEEK_API_KEY'],
    models: ['deepseek-v4-flash', 'deepseek-v4-pro'],
    media: [],
  },
  {
    id: 'arcee',
    baseUrl: 'https://api.arcee.ai/api/v1',
    environmentVariables: ['ARCEEAI_API_KEY'],
    models: ['trinity-mini', 'trinity-large-thinking'],
    media: [],
  },
  {
    id: 'cerebras',
    baseUrl: 'https://api.cerebras.ai/v1',
    environmentVariables: ['CEREBRAS_API_KEY'],
    models: ['gpt-oss-120b', 'zai-glm-4.7'],
    media: [],
  },
] as const satisfies readonly CompatibleProvider[];

/** What is not said is as with most of them. */
export type CompatibleProvider = Pick<Provider, 'baseUrl' | 'environmentVariables' | 'models'> &
  Partial<
    Pick<
      Provider,
      | 'family'
      | 'plugin'
      | 'needsEntry'
      | 'entrySettings'
      | 'hosts'
      | 'serviceHosts'
      | 'api'
      | 'ownModels'
      | 'media'
      | 'asksForModels'
      | 'profileTypes'
      | 'subscription'
    >
  > & {
    readonly id: string;
  };

/** A provider of the list in full. */
export function compatible<Id extends string>(
  own: Omit<CompatibleProvider, 'id'> & { readonly id: Id },
): Omit<Provider, 'id'> & { readonly id: Id } {
  return {
    family: 'compatible',
    api: 'openai-completions',
    hosts: [new URL(own.baseUrl).hostname],
    needsEntry: false,
    profileTypes: ['api_key'],
    media: ['image'],
    ...own,
  };
}
