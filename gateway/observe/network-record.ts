/** Records what one run sends: requests with their credentials traced, and what the alarm heard. */
import { readFileSync, truncateSync } from 'node:fs';
import { z } from 'zod';
import { type Canary, setupsOf } from '../../generators/canaries.ts';
import type { Case } from '../../generators/case.ts';
import { ownerOfHost, providerOfSetup } from '../../generators/provider-setup.ts';
import { ALL_PROVIDERS, type ProviderId } from '../../generators/providers.ts';
import type { AwsBackend } from '../../mocks/aws/backend.ts';
import { identityCenterStubs } from '../../mocks/aws/identity-center.ts';
import { metadataStubs } from '../../mocks/aws/metadata.ts';
import { parseSignature } from '../../mocks/aws/signature.ts';
import { stsStubs } from '../../mocks/aws/sts.ts';
import { credentialsOfRequest } from '../../mocks/credentials-of-request.ts';
import type { LoopbackServer, ReceivedRequest } from '../../mocks/network/loopback-server.ts';
import { isQuiet } from '../../mocks/network/quiet-endpoints.ts';
import { copilotTokenStubs } from '../../mocks/providers/copilot-token.ts';
import { isTokenHost, tokenStubs } from '../../mocks/providers/oauth-token.ts';
import {
  isModelCall,
  providerStubs,
  REDIRECT_HOST,
  type StubbedAnswer,
} from '../../mocks/providers/provider-stub.ts';
import { type CallingModel, partOfTurn, resultIn, type ToolCall } from '../../mocks/providers/tool-call.ts';
import type { Observation, WireRequest } from '../observation.ts';
import { observeCredential } from './credential.ts';
import { credentialExaminer, issuerOf } from './credential-examiner.ts';

const journalLineSchema = z.object({
  kind: z.enum(['refused', 'blocked']),
  transport: z.string(),
  address: z.string(),
  port: z.number(),
});

/** What an AWS client tells of itself: letters, among them those of its source of credentials. */
const AWS_FEATURES = /^aws-sdk-js\/.* m\/([A-Za-z0-9+\-,]+)/;

/** A provider that is in no case. */
const BY_KEY: StubbedAnswer = { answer: 'by-key', answeredRequests: 'every' };

/** What a turn told of the tool that its model asks for. */
export interface ToolTurn {
  /** Whether the turn offered the tool and was asked for it; null: no turn was answered. */
  offered: boolean | null;
  /** What the tool gave; null: nothing came back. */
  result: string | null;
  /** Whether it is looked at how the turn is compacted, not at the tool. */
  readonly isCompacted: boolean;
}

type NetworkRecord = Pick<Observation, 'requests' | 'egress' | 'quiet' | 'leftovers'>;

/**
 * Starts recording: from now on the server answers for this case. `stop` ends it and tells.
 *
 * @param aws what issues AWS credentials; null: our own services
 * @param call the tool that the model asks the turn for; null: none
 * @param fallback another provider that the path asks where its own fails; null: none
 */
export function recordNetwork(
  server: LoopbackServer,
  value: Case,
  canaries: Canary[],
  earlier: ReadonlySet<string>,
  journal: string,
  aws: AwsBackend | null = null,
  call: ToolCall | null = null,
  fallback: ProviderId | null = null,
): { stop(): NetworkRecord; readonly turn: ToolTurn } {
  const setups = setupsOf(value);
  const declared = new Set<string>(setups.map(({ id }) => id));
  const requests: WireRequest[] = [];
  const turn: ToolTurn = { offered: null, result: null, isCompacted: call?.overflows ?? false };
  const purposeOf = (id: ProviderId) => (id === fallback ? 'fallback' : 'model');
  const record = (request: ReceivedRequest, status: number): void => {
    const provider = ownerOfHost(setups, request.url.hostname);
    const isModel = provider !== null && isModelCall(provider.id, request.method, request.url);
    // Of a turn that asks for a tool only what the tool sends, or what compacts it, is looked at: the rest is what chat does.
    if (call && isModel && isOfTurn(turn, call, request, status)) return;
    const isProvider = provider !== null || isProvidersOwn(request.url.hostname);
    requests.push({
      httpVersion: request.httpVersion,
      method: request.method,
      host: request.url.hostname,
      path: request.url.pathname,
      purpose: isModel ? purposeOf(provider.id) : isProvider ? 'provider' : 'other',
      credentials: credentialsOfRequest(request.headers, request.url).map((credential) =>
        observeCredential(credential, canaries, earlier),
      ),
      region: parseSignature(request.headers.authorization ?? '')?.region ?? null,
      awsFeatures: AWS_FEATURES.exec(request.headers['user-agent'] ?? '')?.[1] ?? null,
      status,
    });
  };
  const model: CallingModel | null = call && {
    call,
    asked() {
      turn.offered = true;
    },
  };
  truncateSync(journal);
  const examine = credentialExaminer(value, canaries);
  // The case's own come first: of two providers with a host in common the one that it has answers.
  const stubs = [
    ...setups.flatMap((setup) => providerStubs(providerOfSetup(setup), examine, setup, model)),
    ...ALL_PROVIDERS.filter(({ id }) => !declared.has(id)).flatMap((provider) =>
      providerStubs(provider, examine, BY_KEY, model),
    ),
  ];
  const exchange = copilotTokenStubs(
    (token) =>
      canaries.find(({ text, validity }) => text === token && validity === 'live')?.exchanged ?? null,
  );
  const issuer = issuerOf(value, canaries);
  const tokens = tokenStubs((refreshToken) => refreshedToken(canaries, refreshToken));
  const real = aws?.services(canaries, issuer.isSigned) ?? [];
  const own = [...stsStubs(issuer), ...identityCenterStubs(issuer), ...metadataStubs(issuer)];
  server.serve([...stubs, ...tokens, ...exchange, ...real, ...own], record);

  return {
    turn,
    stop() {
      server.serve([], () => {});
      const others = requests.filter(({ purpose }) => purpose === 'other').map(({ host }) => host);
      const strangers = requests
        .filter(
          ({ host, purpose }) => purpose === 'model' && !declared.has(ownerOfHost(setups, host)?.id ?? ''),
        )
        .map(({ host }) => host);
      return {
        requests: requests.filter(({ purpose }) => purpose !== 'other'),
        egress: [...others.filter((host) => !isQuiet(host)), ...strangers, ...blocked(journal)],
        quiet: others.filter(isQuiet),
        leftovers: requests.filter(({ credentials }) =>
          credentials.some(({ pattern }) => pattern === 'a secret of an earlier run'),
        ).length,
      };
    },
  };
}

/** Whether a request is one of the turn's own; notes what it tells of the tool. */
function isOfTurn(turn: ToolTurn, call: ToolCall, { body }: ReceivedRequest, status: number): boolean {
  const text = body.toString('utf8');
  const part = partOfTurn(text, call);
  // A turn does not take its tool back; 2026.7.1-2 gives OpenAI's own search to whatever asks its models.
  if (part === 'beside' || (part === 'opens without' && turn.offered)) return false;
  if (part === 'returns') turn.result = resultIn(text);
  // A turn that was refused says nothing of what it offers.
  else if (part === 'opens without' && status === 200) turn.offered = false;
  return true;
}

/** Hosts that providers send a client to: where tokens are refreshed, and where a redirect leads. */
function isProvidersOwn(host: string): boolean {
  return (
    isTokenHost(host) ||
    host === REDIRECT_HOST ||
    SERVICE_HOSTS.some((each) => each === host && !isQuiet(host))
  );
}

const SERVICE_HOSTS = ALL_PROVIDERS.flatMap(({ serviceHosts }) => serviceHosts ?? []);

/** The access token that a refresh token brings in this case, or null. */
function refreshedToken(canaries: readonly Canary[], refreshToken: string): string | null {
  const held = canaries.find(({ place, text }) => place.holder === 'refresh token' && text === refreshToken);
  const brought = canaries.find(
    ({ place }) => place.holder === 'refreshed token' && place.profile === held?.place.profile,
  );
  return held && brought ? brought.text : null;
}

function blocked(journal: string): string[] {
  return readFileSync(journal, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => journalLineSchema.parse(JSON.parse(line)))
    .filter(({ kind }) => kind === 'blocked')
    .map(({ transport, address, port }) => `${transport} ${address}:${port}`);
}
