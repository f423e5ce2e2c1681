/** Other names that a home may have for a provider. */
import { ALL_PROVIDERS, providerNamed } from '../generators/providers/catalog.ts';
import { at, record } from '../support/json-path.ts';
import type { JsonRecord } from '../support/json-record.ts';

/**
 * The names that builds take for one of their providers.
 *
 * @source openclaw@2026.5.22:docs/concepts/model-providers.md ("`z.ai/*` and `z-ai/*` normalize to `zai/*`") and its
 *   `normalizeProviderId`; openclaw@2026.9.6:docs/providers/qwen.md (`modelstudio`)
 */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['z.ai', 'zai'],
  ['z-ai', 'zai'],
  ['modelstudio', 'qwen'],
  ['qwencloud', 'qwen'],
  ['moonshotai', 'moonshot'],
  ['moonshot-ai', 'moonshot'],
  ['bedrock', 'amazon-bedrock'],
  ['aws-bedrock', 'amazon-bedrock'],
]);

/** The provider that a name stands for where no entry of the home has it. */
export function knownAs(name: string): string {
  return ALIASES.get(name.trim().toLowerCase()) ?? name;
}

/**
 * The provider that a home means by a name: its own entry of that name before the build's. Capitals make no other name.
 *
 * @source openclaw@2026.5.22:docs/concepts/models.md ("Model refs are normalized to lowercase"); openclaw@2026.9.6:docs/providers/qwen.md ("that custom provider owns `modelstudio/...` refs")
 */
export function providerCalled(config: JsonRecord, name: string): string {
  const entries = Object.keys(record(at(config, 'models.providers')));
  const small = name.trim().toLowerCase();
  const own = entries.find((each) => each === name) ?? entries.find((each) => each.toLowerCase() === small);
  return own ?? providerNamed(small)?.id ?? knownAs(name);
}

/** The same in the settings of memory search, which have names of their own (openclaw@2026.9.6:docs/reference/memory-config.md). */
export function embedderCalled(config: JsonRecord, name: string): string {
  const isEntry = Object.hasOwn(record(at(config, 'models.providers')), name);
  return isEntry ? name : embedderNamed(name);
}

export function embedderNamed(name: string): string {
  return ALL_PROVIDERS.find(({ namesOnPaths }) => namesOnPaths?.embedding === name)?.id ?? knownAs(name);
}

/** The names of speech have two more (openclaw@2026.9.6:docs/providers/volcengine.md, "Provider aliases"). */
export function speakerNamed(name: string): string {
  const own = knownAs(name);
  return own === 'bytedance' || own === 'doubao' ? 'volcengine' : own;
}
