/**
 * Waits between two tries of the same request, which a warm process cuts to a thousandth: they say nothing of a credential, and one turn waits
 * for up to 90 seconds of them. What is tried, how often and what follows stay as they are.
 */
import type { ModuleEdit } from './module-edit.ts';

/** From 2026.9.3 a turn asks a model up to eight times again after a failure that may pass. */
export const WAITS_OF_TURNS: ModuleEdit = {
  gain: 'waits between tries of a model',
  module: /[\\/](?:helpers|embedded-agent)-[^\\/]*\.mjs/,
  statement: /(const TRANSIENT_RETRY_BASE_DELAY_MS = )1e3;(\s*const TRANSIENT_RETRY_MAX_DELAY_MS = )3e4;/,
  replacement: '$1 1;$2 30;',
};

/** Memory search asks its embedding provider again. */
export const WAITS_OF_EMBEDDINGS: ModuleEdit = {
  gain: 'waits between tries of an embedding',
  module: /[\\/](?:manager-[^\\/]*|manager-runtime)\.js/,
  statement: /(async waitForEmbeddingRetry\([^)]*\) \{[^}]*?await sleepWithAbort\()delayMs,/,
  replacement: '$1delayMs / 1000,',
};

export const RETRY_EDITS: readonly ModuleEdit[] = [WAITS_OF_TURNS, WAITS_OF_EMBEDDINGS];
