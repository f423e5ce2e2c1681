/** Records what one run sends: requests with their credentials traced, and what the alarm heard. */

import { readFileSync, truncateSync } from 'node:fs';
import { z } from 'zod';
import { providerNamed } from '../../generators/providers/catalog.ts';
import type { Canary } from '../../generators/secrets/canaries.ts';
import { parseSignature } from '../../mocks/aws/signature.ts';
import { credentialsOfRequest } from '../../mocks/credentials-of-request.ts';
import type { LoopbackServer, ReceivedRequest } from '../../mocks/network/loopback-server.ts';
import { isQuiet } from '../../mocks/network/quiet-endpoints.ts';
import { isOpenToAll } from '../../mocks/providers/provider-stub.ts';
import { type CallingModel, isOfAgent, isRecap, type ToolCall } from '../../mocks/providers/tool-call.ts';
import { isUsageCall } from '../../mocks/providers/usage-endpoints.ts';
import type { Observation } from '../../observation/observation.ts';
import type { WireRequest } from '../../observation/request.ts';
import type { Inbound } from '../../paths/parts/inbound.ts';
import type { Parties } from '../cases/runnable.ts';
import { observeCredential } from './credential.ts';
import { isOfTurn, type ToolTurn } from './tool-turn.ts';

/** A datagram that was dropped. */
const journalLineSchema = z.object({ address: z.string(), port: z.number() });

/** The letters by which an AWS client describes itself, among them its source of credentials. */
const AWS_FEATURES = /^aws-sdk-js\/.* m\/([A-Za-z0-9+\-,]+)/;

/** The statuses that say by themselves that a credential is refused. */
const SAYS_REFUSED: readonly number[] = [401, 403];

type NetworkRecord = Pick<Observation, 'requests' | 'egress' | 'quiet'>;

/** The record of the network traffic of the runs of a driver. */
export interface DriverNetwork {
  readonly server: LoopbackServer;
  /** The file in which the subject's processes note what they were kept from. */
  readonly journal: string;
  /** The secrets of the driver's earlier runs. */
  readonly earlier: ReadonlySet<string>;
}

export interface RememberingNetwork extends DriverNetwork {
  readonly earlier: Set<string>;
}

/** Takes note of the secrets of a run that ended: in a later one, they are of an earlier run. */
export function rememberSecrets(
  { earlier }: Pick<RememberingNetwork, 'earlier'>,
  canaries: readonly Canary[],
): void {
  for (const { text, exchanged } of canaries) {
    earlier.add(text);
    if (exchanged) earlier.add(exchanged);
  }
}

/** The parties that a run may reach. */
export interface NetworkRun {
  readonly parties: Parties;
  readonly canaries: readonly Canary[];
  /** The tool that the model asks the turn for; null: none. */
  readonly call: ToolCall | null;
  /** Another provider that the path asks where its own fails; null: none. */
  readonly fallback: string | null;
  /** The attachment that comes in with the turn; absent: none does. */
  readonly inbound?: Inbound | undefined;
  /** Whether turns of the agent are no part of the path; absent: they are. */
  readonly wakesAgent?: true | undefined;
  /** The provider whose usage is asked for in place of a model; absent: a model is asked. */
  readonly usageOf?: string | undefined;
  /** Whether a running gateway takes part, which asks some hosts by itself. */
  readonly isGateway?: boolean;
}

export interface NetworkRecorder {
  /** Ends the recording and tells. */
  stop(): NetworkRecord;
  readonly turn: ToolTurn;
  /** Whether a model has been given the attachment, and took it. */
  readonly attachment: { isRead: boolean };
}

/** Starts recording: from now on the server answers for this case. */
export function recordNetwork(
  { server, journal, earlier }: DriverNetwork,
  { parties, canaries, call, fallback, inbound, wakesAgent, usageOf, isGateway = false }: NetworkRun,
): NetworkRecorder {
  const requests: WireRequest[] = [];
  const strangers: string[] = [];
  const quiet: string[] = [];
  const endsWithTool = !call?.overflows && !call?.task;
  const turn: ToolTurn = { offered: null, result: null, endsWithTool };
  const attachment = { isRead: false };
  const purposeOf = (id: string) => (id === fallback ? 'fallback' : 'model');
  const record = (request: ReceivedRequest, status: number, refusesKey: boolean): void => {
    const provider = parties.ownerOf(request.url);
    const asked = usageOf ?? provider?.id;
    const isModel = usageOf
      ? isUsageCall(usageOf, request.url)
      : (provider?.isModelCall(request.method, request.url) ?? false);
    if (isGateway && isModel && isRecap(request.body.toString('utf8'))) {
      quiet.push(request.url.hostname);
      return;
    }
    // Of a turn that asks for a tool only what the tool sends, or what compacts it, is looked at: the rest is what
    // chat does.
    if (call && isModel && isOfTurn(turn, call, request, status)) return;
    if (wakesAgent && isModel && isOfAgent(request.body.toString('utf8'))) return;
    if (inbound && isModel) {
      const text = request.body.toString('utf8');
      const isOwn = !isOfAgent(text);
      if (inbound.readBy === 'own request' && !isOwn) return;
      const bringsIt = inbound.isIn === null || inbound.isIn(text);
      attachment.isRead ||= status === 200 && bringsIt;
    }
    const host = request.url.hostname;
    const isOfCase =
      (usageOf !== undefined && (isModel || parties.isUsageCall(request.url))) ||
      parties.isDeclared(request.url, isGateway);
    if (!isOfCase)
      (isQuiet(host, isGateway, usageOf !== undefined) && !isModel ? quiet : strangers).push(host);
    const credentials = [
      ...credentialsOfRequest(request.headers, request.url),
      ...parties.otherSecrets(request.headers),
    ].map((credential) => observeCredential(credential, canaries, earlier, parties.names));
    if (!isModel && credentials.length === 0) {
      // A warm process may have kept a list that is public, and does not ask for it again.
      const known = providerNamed(provider?.id ?? null);
      if (!isOfCase || (known && isOpenToAll(known.id, request.method, request.url))) return;
    }
    requests.push({
      httpVersion: request.httpVersion,
      method: request.method,
      host,
      path: request.url.pathname,
      purpose: isModel && asked ? purposeOf(asked) : isOfCase ? 'provider' : 'other',
      credentials,
      ownHeaders: provider ? parties.ownHeaders(provider.id, request.headers) : [],
      region: parseSignature(request.headers.authorization ?? '')?.region ?? null,
      awsFeatures: AWS_FEATURES.exec(request.headers['user-agent'] ?? '')?.[1] ?? null,
      status,
      ...(refusesKey && !SAYS_REFUSED.includes(status) ? { refusesKey } : {}),
      ...(request.viaProxy ? { viaProxy: true } : {}),
    });
  };
  const model: CallingModel | null = call && {
    call,
    asked() {
      turn.offered = true;
    },
  };
  truncateSync(journal);
  server.serve([...(usageOf ? parties.usageStubs() : []), ...parties.stubs(model)], record);

  return {
    turn,
    attachment,
    stop() {
      server.stop();
      return { requests, egress: [...strangers, ...blocked(journal)], quiet };
    },
  };
}

function blocked(journal: string): string[] {
  return readFileSync(journal, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => journalLineSchema.parse(JSON.parse(line)))
    .map(({ address, port }) => `udp ${address}:${port}`);
}
