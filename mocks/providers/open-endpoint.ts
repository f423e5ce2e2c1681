/** Endpoints that answer anybody, whatever credential is sent with a request. */
import { matchRequestUrl } from 'msw';
import { credentialsOfRequest } from '../credentials-of-request.ts';
import type { Dialect, OpenEndpoint } from './dialect.ts';

/** The open endpoint that a request asks; undefined for none. */
export function openEndpoint({ open = [] }: Dialect, method: string, url: URL): OpenEndpoint | undefined {
  return method === 'GET' ? open.find((each) => matchRequestUrl(url, each.url).matches) : undefined;
}

export function sendsCredential({ headers, url }: Request): boolean {
  return credentialsOfRequest(Object.fromEntries(headers), new URL(url)).length > 0;
}
