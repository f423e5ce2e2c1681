/**
 * Services of one kind of work that are no providers of models: search, speech, transcripts, embeddings. Homes of users have
 * them, with keys of their own; generated cases do not.
 *
 * @source the manifests of openclaw 2026.4.24 and 2026.5.18 (`dist/extensions/<id>/openclaw.plugin.json`);
 *   openclaw@2026.9.6:docs/tools/web.md; openclaw@2026.9.6:docs/tools/tts.md; openclaw@2026.9.6:docs/nodes/audio.md;
 *   openclaw@2026.9.6:docs/concepts/memory-search.md
 */
export type ServiceWork = 'web-search' | 'speech' | 'audio' | 'embedding';

export interface Service {
  readonly id: string;
  readonly work: readonly ServiceWork[];
  readonly hosts: readonly string[];
  readonly environmentVariables: readonly string[];
  /** The model for a command that must name one. */
  readonly model: string;
}

const search = (id: string, host: string): Service => ({
  id,
  work: ['web-search'],
  hosts: [host],
  environmentVariables: [`${id.toUpperCase()}_API_KEY`],
  model: 'search',
});

export const SERVICES: readonly Service[] = [
  search('brave', 'api.search.brave.com'),
  search('tavily', 'api.tavily.com'),
  search('exa', 'api.exa.ai'),
  search('firecrawl', 'api.firecrawl.dev'),
  search('perplexity', 'api.perplexity.ai'),
  {
    id: 'elevenlabs',
    work: ['speech', 'audio'],
    hosts: ['api.elevenlabs.io'],
    environmentVariables: ['ELEVENLABS_API_KEY', 'XI_API_KEY'],
    model: 'eleven_multilingual_v2',
  },
  {
    id: 'deepgram',
    work: ['audio'],
    hosts: ['api.deepgram.com'],
    environmentVariables: ['DEEPGRAM_API_KEY'],
    model: 'nova-3',
  },
  {
    id: 'voyage',
    work: ['embedding'],
    hosts: ['api.voyageai.com'],
    environmentVariables: ['VOYAGE_API_KEY'],
    model: 'voyage-4-large',
  },
];

export function serviceNamed(id: string | null): Service | null {
  return SERVICES.find((each) => each.id === id) ?? null;
}

export function serviceOfHost(host: string): Service | null {
  return SERVICES.find(({ hosts }) => hosts.includes(host)) ?? null;
}

/** Names under which settings of web search know a provider of models (openclaw@2026.9.6:docs/tools/web.md). */
const SEARCHES_AS: Readonly<Record<string, string>> = { gemini: 'google', grok: 'xai', kimi: 'moonshot' };

/** The provider or service of a name in the settings of web search. */
export function searcherNamed(name: string): string {
  return SEARCHES_AS[name] ?? name;
}
