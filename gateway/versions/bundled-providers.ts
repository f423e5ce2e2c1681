/**
 * Which providers a build has as installed from npm, as data; one that is not here is in every build.
 *
 * @source `openclaw.plugin.json` of 25 published builds from 2026.3.1 to 2026.9.6. Before 2026.4.12 the smaller ones are
 *   no plugins, and are not tested.
 */
import type { ProviderId } from '../../generators/providers/catalog.ts';
import { compareVersions, isAtLeast } from './version.ts';

interface Range {
  readonly from: string;
  /** The last one seen; null: still there. */
  readonly to: string | null;
}

const FIRST = '2026.4.12';
const until = (to: string | null): Range => ({ from: FIRST, to });

const RANGES: Readonly<Partial<Record<ProviderId, Range>>> = {
  'amazon-bedrock': until('2026.5.7'),
  // From 2026.6.1 on, a subscription is an oauth profile of openai.
  'openai-codex': until('2026.5.28'),
  // Later builds read one of its variables alone, and send GitHub's own token.
  'github-copilot': until('2026.8.1'),
  moonshot: until('2026.6.1'),
  zai: until('2026.6.1'),
  qwen: until('2026.6.1'),
  groq: until('2026.6.1'),
  fireworks: until('2026.6.1'),
  venice: until('2026.6.1'),
  qianfan: until('2026.6.1'),
  chutes: until('2026.6.1'),
  'vercel-ai-gateway': until('2026.6.1'),
  deepseek: until('2026.6.1'),
  arcee: until('2026.6.1'),
  cerebras: { from: '2026.5.7', to: '2026.6.1' },
  mistral: until('2026.7.1-2'),
  xiaomi: until('2026.7.1-2'),
  volcengine: until('2026.7.1-2'),
  byteplus: until('2026.7.1-2'),
  synthetic: until('2026.7.1-2'),
  xai: until(null),
  minimax: until(null),
  'minimax-portal': until(null),
  'opencode-go': until(null),
  nvidia: until(null),
  together: until(null),
  huggingface: until(null),
  litellm: until(null),
  // Before, its preload cannot be turned off.
  lmstudio: { from: '2026.5.3-1', to: null },
  vllm: until(null),
  sglang: until(null),
  ollama: until(null),
  // Earlier ones know no model of it but what it lists.
  'ollama-cloud': { from: '2026.8.1', to: null },
};

/** The first build in which a subscription is a profile of the provider itself. */
const SUBSCRIPTIONS: Readonly<Partial<Record<ProviderId, string>>> = { openai: '2026.6.1', xai: '2026.5.18' };

export function sellsSubscriptions(provider: ProviderId, version: string): boolean {
  const first = SUBSCRIPTIONS[provider];
  return first !== undefined && isAtLeast(version, first);
}

export function isBundled(provider: ProviderId, version: string): boolean {
  const range = RANGES[provider];
  if (!range) return true;
  return isAtLeast(version, range.from) && (range.to === null || compareVersions(version, range.to) <= 0);
}
