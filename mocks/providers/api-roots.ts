/**
 * The paths of an API's endpoints at a host. A good key is of no use at another path: a provider answers a path that it does not
 * have with 404, whoever asks.
 */
import type { Provider } from '../../generators/providers/catalog.ts';
import type { ModelEndpoint } from './dialect.ts';

/** The end of a base URL that names the version of an API: clients put none of their own after it. */
const VERSION = /\/v\d+(?:alpha|beta)?\d*$/;

/** @source openclaw@2026.9.6:docs/providers/openai/azure.md ("deployment-scoped paths") */
const DEPLOYMENT = /\/deployments\/[^/]+$/;

/** The paths below which a provider has its endpoints, as `/api/v1`. */
export function rootsOf({ baseUrl, otherRoots = [] }: Provider): readonly string[] {
  return [...rootsBelow(new URL(baseUrl).pathname), ...otherRoots];
}

/** The paths below which an address has its endpoints: clients of some APIs put `/v1` after an address that names no version. */
export function rootsBelow(pathname: string): readonly string[] {
  const own = pathname.replace(/\/+$/, '');
  return VERSION.test(own) ? [own] : [own, `${own}/v1`];
}

/** The name of an endpoint, or of an API, with which an address may end. */
const NAMED_END = /\/(?:chat\/completions|responses|messages|embeddings|images?|audio(?:\/\w+)?|api)\/?$/;

/**
 * The same for an address of the user's own: it may name the endpoint itself, and its server may have a second API beside the one
 * that the address names, as Ollama's.
 */
export function rootsAtAddress(pathname: string): readonly string[] {
  const roots = rootsBelow(pathname.replace(NAMED_END, ''));
  return [...roots, ...roots.map((root) => root.replace(VERSION, ''))];
}

/** Whether a request that an endpoint matches is below one of the roots. */
export function isAtRoot(
  { url: pattern, place, hasWholePath }: ModelEndpoint,
  url: string,
  roots: readonly string[],
): boolean {
  if (hasWholePath) return true;
  const pathname = new URL(url).pathname.replaceAll(/\/{2,}/g, '/');
  const root = place ? pathname.replace(place, '') : pathname.slice(0, -pattern.slice(1).length);
  return roots.includes(root) || DEPLOYMENT.test(root);
}
