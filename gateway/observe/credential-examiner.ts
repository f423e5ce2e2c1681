/** Judges the credential of a request as the provider of the case would. */

import type { AwsSourceKind } from '../../generators/axes/aws-setup.ts';
import type { Case } from '../../generators/case.ts';
import { providerOfSetup } from '../../generators/provider-setup.ts';
import { providerOf } from '../../generators/providers/catalog.ts';
import { type CaseCanary, setupsOf } from '../../generators/secrets/canaries.ts';
import { type CasePlace, profileOf } from '../../generators/secrets/place.ts';
import { holdsToken } from '../../generators/secrets/secret-text.ts';
import type { Issuer } from '../../mocks/aws/issuer.ts';
import { type IssuedKey, parseSignature, signatureProblem } from '../../mocks/aws/signature.ts';
import { credentialsOfRequest, type WireCredential } from '../../mocks/credentials-of-request.ts';
import { type Examines, LIMITED } from '../../mocks/providers/provider-stub.ts';
import { isUsageCall } from '../../mocks/providers/usage-endpoints.ts';

/**
 * Accepts what is live in this case and belongs to the provider, or to another on the same host; for AWS, also
 * signed for this host and its region.
 */
export function credentialExaminer(value: Case, canaries: readonly CaseCanary[]): Examines {
  return async (provider, request) => {
    const credentials = credentialsOfRequest(Object.fromEntries(request.headers), new URL(request.url));
    // Two providers may live on one host, which takes the credentials of both.
    const host = new URL(request.url).hostname;
    const takes = setupsOf(value)
      .map(providerOfSetup)
      .filter(({ id, hosts }) => id === provider || hosts.includes(host))
      .map(({ id }) => id);
    const known = credentials.map(({ text }) =>
      canaries.find(
        ({ text: own, exchanged, place }) =>
          (own === text || exchanged === text) && takes.includes(place.provider),
      ),
    );
    if (known.some((canary) => canary && isExpired(value, awsKindOf(canary.place))))
      return 'ExpiredTokenException';
    if (known.length > 0 && known.every((canary) => canary?.validity === 'limited')) return LIMITED;
    const refused = known.find((canary) => canary?.refusedFor !== undefined);
    if (refused?.refusedFor) return refused.refusedFor;
    if (credentials.length === 0 || known.some((canary) => canary?.validity !== 'live'))
      return 'UnrecognizedClientException';
    if (known.some((canary, index) => canary && isWrongKind(canary, credentials[index]!, request)))
      return 'UnrecognizedClientException';
    if (credentials.every(({ scheme }) => scheme !== 'sigv4')) return null;
    return (await problemOfSignature(canaries, request)) ?? problemOfRegion(request);
  };
}

/** Whether a good secret is of a kind that is not taken there: a token as an API key, or one of a subscription. */
function isWrongKind({ place, text: own }: CaseCanary, sent: WireCredential, request: Request): boolean {
  const { scheme, text } = sent;
  const { tokens, subscription, usage } = providerOf(place.provider);
  if (tokens?.refusedAs === scheme && text.startsWith(tokens.prefix)) return true;
  // The secret of the file is good for a token alone.
  if (place.holder === 'default credentials file' && text === own) return true;
  const { hostname, pathname } = new URL(request.url);
  if (usage?.of === 'tokens' && !holdsToken(place) && isUsageCall(place.provider, new URL(request.url)))
    return true;
  const isSubscriptions = profileOf(place)?.type === 'oauth';
  return isSubscriptions && (subscription?.refusedAt?.test(`${hostname}${pathname}`) ?? false);
}

/** The facts of the case that the credential-issuing AWS services need. */
export function issuerOf(value: Case, canaries: readonly CaseCanary[]): Issuer {
  return {
    given: (kind) => issuedKey(canaries.find(({ place }) => place.holder === 'aws' && place.kind === kind)),
    isExpired: (kind) => isExpired(value, kind),
    isSigned: async (request) => (await problemOfSignature(canaries, request)) === null,
  };
}

function awsKindOf(place: CasePlace): AwsSourceKind | null {
  return 'kind' in place ? place.kind : null;
}

function isExpired(value: Case, kind: AwsSourceKind | null): boolean {
  return setupsOf(value).some(({ aws }) =>
    aws?.sources.some((source) => source.kind === kind && source.holds === 'expired'),
  );
}

async function problemOfSignature(canaries: readonly CaseCanary[], request: Request): Promise<string | null> {
  const { host, pathname, searchParams } = new URL(request.url);
  const signed = {
    method: request.method,
    path: pathname,
    query: searchParams,
    // Over HTTP/2 the host is a pseudo-header, which does not reach handlers.
    headers: { host, ':authority': host, ...Object.fromEntries(request.headers) },
    body: new Uint8Array(await request.clone().arrayBuffer()),
  };
  return signatureProblem(signed, (id) => issuedKey(canaries.find(({ text }) => text === id)));
}

/** A host of AWS takes signatures for its own region and service. */
function problemOfRegion(request: Request): string | null {
  const scope = parseSignature(request.headers.get('authorization') ?? '');
  const region = /^bedrock(?:-runtime)?\.([a-z0-9-]+)\.amazonaws\.com$/.exec(
    new URL(request.url).hostname,
  )?.[1];
  const fits = scope?.service === 'bedrock' && (region === undefined || scope.region === region);
  return fits ? null : 'another region';
}

function issuedKey(canary: CaseCanary | undefined): IssuedKey | null {
  if (!canary?.signingText) return null;
  const { text: accessKeyId, signingText: secretAccessKey, sessionToken } = canary;
  return { accessKeyId, secretAccessKey, sessionToken };
}
