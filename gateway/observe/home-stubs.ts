/** The stubs that answer a run of a home case: every provider of the catalog, and the addresses of the user's own. */
import { getResponse, http, type RequestHandler } from 'msw';
import { ALL_PROVIDERS, providerNamed, providerOfHost } from '../../generators/providers/catalog.ts';
import { SERVICES, serviceOfHost } from '../../generators/providers/services.ts';
import type { Canary } from '../../generators/secrets/canaries.ts';
import { addressesOf, entriesOf, hostsOf, isNobodys, ofUnknownHosts } from '../../home-case/addresses.ts';
import type { HomeCase } from '../../home-case/home-case.ts';
import { placeholdersIn, refreshedBy } from '../../home-case/secrets.ts';
import { credentialsOfRequest } from '../../mocks/credentials-of-request.ts';
import { addressStubs } from '../../mocks/providers/address-stub.ts';
import { rootsAtAddress, rootsOf } from '../../mocks/providers/api-roots.ts';
import { copilotTokenStubs } from '../../mocks/providers/copilot-token.ts';
import { tokenStubs } from '../../mocks/providers/oauth-token.ts';
import { providerStubs, usageStubs } from '../../mocks/providers/provider-stub.ts';
import { serviceStubs } from '../../mocks/providers/service-stub.ts';
import type { CallingModel } from '../../mocks/providers/tool-call.ts';
import { record } from '../../support/json-path.ts';

/** The host at which Google's default credentials become a token. */
export const GOOGLE_TOKENS = 'oauth2.googleapis.com';
const BY_KEY = { answer: 'by-key', answeredRequests: 'every' } as const;

export function homeStubs(
  value: HomeCase,
  canaries: readonly Canary[],
  model: CallingModel | null,
): RequestHandler[] {
  const examine = examinerOf(value, canaries);
  const own = Map.groupBy(addressesOf(value), ({ url }) => url.host);
  return [
    ...[...own].flatMap(([host, addresses]) =>
      addressStubs(host, rootsAtHost(addresses), (request) => examine(request), model),
    ),
    ...ALL_PROVIDERS.flatMap((provider) =>
      providerStubs(provider, (_id, request) => examine(request), BY_KEY, model),
    ),
    ...SERVICES.flatMap((service) => serviceStubs(service, (request) => examine(request))),
    ...tokenStubs(
      (refreshToken) => {
        const accessToken = refreshedBy(canaries, refreshToken);
        return accessToken === null ? null : { accessToken, refreshToken, seconds: 3600 };
      },
      [GOOGLE_TOKENS],
    ),
    ...copilotTokenStubs(
      (token) =>
        canaries.find(({ text, validity }) => text === token && validity === 'live')?.exchanged ?? null,
    ),
    ...(ofUnknownHosts(value).length > 0 ? [strangersStub(value, examine, model)] : []),
  ];
}

/** Those that tell usage. */
export function usageStubsOfHome(value: HomeCase, canaries: readonly Canary[]): RequestHandler[] {
  const examine = examinerOf(value, canaries);
  return ALL_PROVIDERS.flatMap(({ id }) => usageStubs(id, (_id, request) => examine(request), BY_KEY));
}

/** The roots that the addresses at one host name, and those of the provider whose host it is. */
function rootsAtHost(addresses: readonly { readonly url: URL }[]): readonly string[] {
  const usual = providerOfHost(addresses[0]?.url.hostname ?? '');
  return [...addresses.flatMap(({ url }) => rootsAtAddress(url.pathname)), ...(usual ? rootsOf(usual) : [])];
}

/** A host of nobody, as that of a provider that only the build knows. */
function strangersStub(
  value: HomeCase,
  examine: (request: Request) => Promise<string | null>,
  model: CallingModel | null,
): RequestHandler {
  return http.all('*', ({ request }) => {
    const { host, hostname } = new URL(request.url);
    return isNobodys(value, hostname)
      ? getResponse(
          addressStubs(host, null, (asked) => examine(asked), model),
          request,
        )
      : undefined;
  });
}

/**
 * Accepts a live secret of the provider; an address of the user's own wants the secrets of all its entry's headers, and
 * where the home has no secret of its provider it wants none.
 */
function examinerOf(value: HomeCase, canaries: readonly Canary[]) {
  return async (request: Request): Promise<string | null> => {
    const url = new URL(request.url);
    const usual = providerOfHost(url.hostname) ?? serviceOfHost(url.hostname);
    const [unknown = null] = usual ? [] : ofUnknownHosts(value);
    const owner = ownerOfAddress(value, url) ?? usual?.id ?? unknown;
    const live = canaries.filter(({ validity }) => validity === 'live');
    const mine = live.filter(({ place }) => isTaken(value, place.provider, owner, url));
    const headers = Object.fromEntries(request.headers);
    const bare = serviceOfHost(url.hostname) ? Object.values(headers) : [];
    const sent = [...credentialsOfRequest(headers, url).map(({ text }) => text), ...bare];
    const isOwn = addressesOf(value).some((each) => each.url.host === url.host);
    const required = owner ? placeholdersIn(record(entriesOf(value)[owner]).headers) : [];
    const arrives = (name: string) => {
      const text = live.find(({ place }) => place.holder === 'home' && place.name === name)?.text;
      return text === undefined || Object.values(headers).some((each) => each.includes(text));
    };
    if (isOwn && !required.every(arrives)) return 'a header of the entry is missing';
    const refusedAt = providerNamed(owner)?.subscription?.refusedAt;
    // A subscription's token is no key everywhere.
    const isRefused = refusedAt?.test(`${url.hostname}${url.pathname}`) ?? false;
    const keys = mine.filter(({ place }) => !(place.holder === 'home' && place.kind === 'header'));
    if (isOwn && keys.length === 0) return null;
    const taken = mine.filter(
      ({ place }) => !(isRefused && place.holder === 'home' && place.isSubscription === true),
    );
    const isGood = (text: string) =>
      taken.some((canary) => canary.text === text || canary.exchanged === text);
    return sent.length > 0 && sent.some(isGood) ? null : 'UnrecognizedClientException';
  };
}

/** Whether a secret is taken at an address: its provider's, or anybody's where the home does not say whose it is. */
function isTaken(value: HomeCase, provider: string | null, owner: string | null, url: URL): boolean {
  if (provider === null || provider === owner) return true;
  return hostsOf(value, provider).includes(url.hostname);
}

export function ownerOfAddress(value: HomeCase, url: URL): string | null {
  const all = addressesOf(value);
  const sameHost =
    all.find((each) => each.url.host === url.host) ?? all.find((each) => each.url.hostname === url.hostname);
  return sameHost?.provider ?? null;
}
