/** The entries of `tools.media` that a home has for pictures, sounds and films. */
import type { Medium } from '../generators/providers/model-kinds.ts';
import { at, records, text } from '../support/json-path.ts';
import type { JsonRecord } from '../support/json-record.ts';
import { configurationOf, type ModelName } from './configuration.ts';
import type { HomeCase } from './home-case.ts';
import { providerCalled } from './provider-name.ts';

/**
 * The media of an entry in the shared list that does not name its own.
 *
 * @source openclaw@2026.9.6:docs/nodes/media-understanding.md ("For shared lists, OpenClaw infers defaults per bundled provider")
 */
const USUAL: Readonly<Partial<Record<string, readonly Medium[]>>> = {
  openai: ['image'],
  anthropic: ['image'],
  minimax: ['image'],
  'minimax-portal': ['image'],
  moonshot: ['image', 'video'],
  openrouter: ['image', 'audio'],
  google: ['image', 'audio', 'video'],
  qwen: ['image', 'video'],
  deepinfra: ['image', 'audio'],
  mistral: ['audio'],
  zai: ['image'],
  groq: ['audio'],
  xai: ['audio'],
  deepgram: ['audio'],
  senseaudio: ['audio'],
};

/** The name of a model that an entry leaves to the build (openclaw@2026.6.11:docs/providers/groq.md). */
export const CHOSEN = 'chosen by itself';

/**
 * The first entry for a medium that asks a provider, in the form of any version; null where there is none. A program of an entry
 * is none that a run has, and the next entry takes its turn.
 */
export function mediaEntry(value: HomeCase, medium: Medium): ModelName | null {
  const config = configurationOf(value);
  const asks = (entry: JsonRecord) => {
    const provider = text(entry.provider);
    return provider ? [{ entry, provider: providerCalled(config, provider) }] : [];
  };
  const shared = records(at(config, 'tools.media.models'))
    .flatMap(asks)
    .filter(({ entry: { capabilities }, provider }) => {
      const own: readonly unknown[] | undefined = Array.isArray(capabilities)
        ? capabilities
        : Object.hasOwn(USUAL, provider)
          ? USUAL[provider]
          : undefined;
      return own?.includes(medium) ?? true;
    });
  const [first] = [...records(at(config, `tools.media.${medium}.models`)).flatMap(asks), ...shared];
  return first ? { provider: first.provider, model: text(first.entry.model) ?? CHOSEN } : null;
}
