/** Every promise that is known, document by document. */
import { isWithin } from '../../gateway/versions/version.ts';
import type { DocumentedPromise } from './documented-promise.ts';
import { anthropic } from './documents/anthropic.ts';
import { audio } from './documents/audio.ts';
import { authCredentialSemantics } from './documents/auth-credential-semantics.ts';
import { authentication } from './documents/authentication.ts';
import { bedrock } from './documents/bedrock.ts';
import { sideQuestions } from './documents/btw.ts';
import { builtInTools } from './documents/built-in-tools.ts';
import { compactions } from './documents/compaction.ts';
import { controlUi } from './documents/control-ui.ts';
import { cronJobs } from './documents/cron-jobs.ts';
import { customProviders } from './documents/custom-providers.ts';
import { environment } from './documents/environment.ts';
import { gatewayEmbedding } from './documents/gateway-embedding.ts';
import { geminiSearch } from './documents/gemini-search.ts';
import { githubCopilot } from './documents/github-copilot.ts';
import { google } from './documents/google.ts';
import { grokSearch } from './documents/grok-search.ts';
import { heartbeats } from './documents/heartbeat.ts';
import { hotReload } from './documents/hot-reload.ts';
import { huggingface } from './documents/huggingface.ts';
import { imageGeneration } from './documents/image-generation.ts';
import { inferCommand } from './documents/infer-command.ts';
import { mediaUnderstanding } from './documents/media-understanding.ts';
import { memoryConfig } from './documents/memory-config.ts';
import { minimax } from './documents/minimax.ts';
import { minimaxSearch } from './documents/minimax-search.ts';
import { modelFailover } from './documents/model-failover.ts';
import { modelFailoverCooldowns } from './documents/model-failover-cooldowns.ts';
import { modelFailoverFallbacks } from './documents/model-failover-fallbacks.ts';
import { modelProviders } from './documents/model-providers.ts';
import { modelQuestions, modelSettings, models } from './documents/models.ts';
import { modelsCommand } from './documents/models-command.ts';
import { oauth } from './documents/oauth.ts';
import { ollama } from './documents/ollama.ts';
import { openai } from './documents/openai.ts';
import { openresponses } from './documents/openresponses.ts';
import { openrouter } from './documents/openrouter.ts';
import { pdf } from './documents/pdf.ts';
import { secretrefContract } from './documents/secretref-contract.ts';
import { secretrefMatrix } from './documents/secretref-matrix.ts';
import { secretsOperations } from './documents/secrets-operations.ts';
import { secretsRuntime } from './documents/secrets-runtime.ts';
import { setup } from './documents/setup.ts';
import { sglang } from './documents/sglang.ts';
import { statusCommand } from './documents/status-command.ts';
import { subagents } from './documents/subagents.ts';
import { tts } from './documents/tts.ts';
import { usageTracking } from './documents/usage-tracking.ts';
import { videoGeneration } from './documents/video-generation.ts';
import { vllm } from './documents/vllm.ts';
import { volcengine } from './documents/volcengine.ts';
import { webTools } from './documents/web-tools.ts';
import { xai } from './documents/xai.ts';

const PROMISES = [
  ...anthropic,
  ...audio,
  ...authCredentialSemantics,
  ...authentication,
  ...bedrock,
  ...builtInTools,
  ...compactions,
  ...controlUi,
  ...cronJobs,
  ...subagents,
  ...customProviders,
  ...environment,
  ...gatewayEmbedding,
  ...githubCopilot,
  ...geminiSearch,
  ...minimaxSearch,
  ...grokSearch,
  ...google,
  ...heartbeats,
  ...sideQuestions,
  ...hotReload,
  ...huggingface,
  ...imageGeneration,
  ...videoGeneration,
  ...inferCommand,
  ...mediaUnderstanding,
  ...memoryConfig,
  ...minimax,
  ...modelFailover,
  ...modelFailoverCooldowns,
  ...modelFailoverFallbacks,
  ...modelProviders,
  ...models,
  ...modelSettings,
  ...modelQuestions,
  ...modelsCommand,
  ...oauth,
  ...ollama,
  ...openai,
  ...openresponses,
  ...openrouter,
  ...pdf,
  ...secretrefContract,
  ...secretrefMatrix,
  ...secretsOperations,
  ...secretsRuntime,
  ...setup,
  ...sglang,
  ...statusCommand,
  ...tts,
  ...usageTracking,
  ...vllm,
  ...webTools,
  ...volcengine,
  ...xai,
];

/** The id of a promise that is in the list. */
export type PromiseId = (typeof PROMISES)[number]['id'];

export const ALL_PROMISES: readonly DocumentedPromise<PromiseId>[] = PROMISES;

/** The promises that the documents of a build make. */
export function promisesFor(version: string): DocumentedPromise<PromiseId>[] {
  return ALL_PROMISES.filter(({ builds }) => isWithin(version, builds));
}

/** Whether the documents of a build make a promise. */
export function isPromised(id: PromiseId, version: string): boolean {
  return promisesFor(version).some((promise) => promise.id === id);
}
