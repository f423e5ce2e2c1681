/**
 * Requests with which documents say that a credential goes to another host than those of its provider's address. Each
 * entry is as narrow as its document.
 */
import { isAtLeast } from '../gateway/versions/version.ts';
import {
  ALL_PROVIDERS,
  type ProviderId,
  providerNamed,
  storedUnder,
} from '../generators/providers/catalog.ts';
import { type Credential, isSubscriptionToken, placeOf } from '../observation/credential.ts';
import type { Observation } from '../observation/observation.ts';
import type { WireRequest } from '../observation/request.ts';
import { pathOf } from '../paths/paths.ts';
import { factsOf } from './facts/facts-of.ts';
import { MEMORY_PATHS } from './facts/memory-paths.ts';
import type { JudgedAny } from './law.ts';

interface Sent {
  readonly credential: Credential;
  readonly request: WireRequest;
  readonly observation: Observation;
}

interface DocumentedHost {
  /** The first build whose documents say so, where the earliest do not. */
  readonly since?: string;
  readonly source: string;
  allows(sent: Sent, judged: JudgedAny): boolean;
}

const DOCUMENTED_HOSTS: readonly DocumentedHost[] = [
  {
    source:
      'openclaw@2026.6.11:docs/providers/github-copilot.md ("Token storage"), openclaw@2026.6.11:docs/concepts/oauth.md ("OAuth exchange"): a login is exchanged or refreshed where it was issued, of which the address of an entry says nothing',
    allows: ({ credential, request }) => {
      const provider = providerNamed(placeOf(credential)?.provider ?? null);
      const isIssued = provider?.exchange !== undefined || isSubscriptionToken(credential);
      return (
        isIssued && request.purpose !== 'model' && provider?.serviceHosts?.includes(request.host) === true
      );
    },
  },
  {
    source:
      'openclaw@2026.6.11:docs/reference/memory-config.md ("Remote endpoint config"): remote.apiKey is the key of the provider that memory search is set to',
    allows: ({ credential, request, observation }, judged) =>
      placeOf(credential)?.holder === 'memory' &&
      MEMORY_PATHS.includes(observation.path) &&
      factsOf(judged).maySee(pathOf(observation.path), observation.model.provider, request.host),
  },
  {
    since: '2026.6.11',
    source:
      'openclaw@2026.6.11:docs/providers/ollama-cloud.md ("Defaults", "Models"): OLLAMA_API_KEY is the variable of Ollama Cloud, too, whose models are discovered live',
    allows: ({ credential, request }) => {
      const place = placeOf(credential);
      return (
        place?.holder === 'environment' &&
        request.purpose !== 'model' &&
        ALL_PROVIDERS.some(
          ({ id, environmentVariables, hosts }) =>
            id !== place.provider &&
            environmentVariables.includes(place.variable.name) &&
            hosts.includes(request.host),
        )
      );
    },
  },
  {
    since: '2026.5.18',
    source:
      'openclaw@2026.5.22:CHANGELOG.md, 2026.5.17 (minimax-cn reuses "the correct base auth profiles", #63823), openclaw@2026.9.6:docs/providers/volcengine.md ("`volcengine-plan` is an auth alias of `volcengine`"): a profile of the base is asked with at its own hosts, too',
    allows: ({ credential, request }) => {
      const place = placeOf(credential);
      if (place?.holder !== 'profile') return false;
      const base = storedUnder(place.provider);
      return base !== place.provider && providerNamed(base)?.hosts.includes(request.host) === true;
    },
  },
  {
    source:
      'openclaw@2026.6.11:docs/providers/huggingface.md ("Model discovery and onboarding dropdown"): models are listed by GET https://router.huggingface.co/v1/models where a key is present',
    allows: listsModels('huggingface', 'https://router.huggingface.co/v1/models'),
  },
  {
    since: '2026.5.22',
    source:
      'openclaw@2026.5.22:docs/providers/chutes.md ("Discovery behavior", "Base URL"): the catalog at https://llm.chutes.ai/v1 is asked with the credential of Chutes',
    allows: listsModels('chutes', 'https://llm.chutes.ai/v1/models'),
  },
];

/** One request for the list of a provider's models, with its own credential. */
function listsModels(provider: ProviderId, address: string): DocumentedHost['allows'] {
  return ({ credential, request: { method, host, path } }) =>
    placeOf(credential)?.provider === provider && method === 'GET' && `https://${host}${path}` === address;
}

/** Whether a document says that a credential goes where a request took it. */
export function isDocumentedHost(judged: JudgedAny, sent: Sent): boolean {
  return DOCUMENTED_HOSTS.some(
    ({ since, allows }) => (!since || isAtLeast(judged.version, since)) && allows(sent, judged),
  );
}
