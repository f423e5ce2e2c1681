/** Records what one run sends: requests with their credentials traced, and what the alarm heard. */
import { readFileSync, truncateSync } from 'node:fs';
import { z } from 'zod';
import type { Canary } from '../../generators/canaries.ts';
import type { Case } from '../../generators/case.ts';
import { ALL_PROVIDERS, type ProviderId, providerOfHost } from '../../generators/providers.ts';
import { credentialsOfRequest } from '../../mocks/credentials-of-request.ts';
import type { LoopbackServer, ReceivedRequest } from '../../mocks/network/loopback-server.ts';
import { isQuiet } from '../../mocks/network/quiet-endpoints.ts';
import { isModelCall, providerStubs } from '../../mocks/providers/provider-stub.ts';
import type { Observation, WireRequest } from '../observation.ts';
import { observeCredential } from './credential.ts';

const journalLineSchema = z.object({
  kind: z.enum(['refused', 'blocked']),
  transport: z.string(),
  address: z.string(),
  port: z.number(),
});

type NetworkRecord = Pick<Observation, 'requests' | 'egress' | 'quiet' | 'leftovers'>;

/** Starts recording: from now on the server answers for this case. `stop` ends it and tells. */
export function recordNetwork(
  server: LoopbackServer,
  value: Case,
  canaries: readonly Canary[],
  earlier: ReadonlySet<string>,
  journal: string,
): { stop(): NetworkRecord } {
  const requests: WireRequest[] = [];
  const live = canaries.filter(({ validity }) => validity === 'live');
  const accepts = (provider: ProviderId, request: Request): boolean => {
    const credentials = credentialsOfRequest(Object.fromEntries(request.headers), new URL(request.url));
    return (
      credentials.length > 0 &&
      credentials.every(({ text }) =>
        live.some(({ place, text: key }) => key === text && place.provider === provider),
      )
    );
  };
  const record = (request: ReceivedRequest, status: number): void => {
    const provider = providerOfHost(request.url.hostname);
    const isModel = provider !== null && isModelCall(provider.id, request.method, request.url);
    requests.push({
      httpVersion: request.httpVersion,
      method: request.method,
      host: request.url.hostname,
      path: request.url.pathname,
      purpose: isModel ? 'model' : provider ? 'provider' : 'other',
      credentials: credentialsOfRequest(request.headers, request.url).map((credential) =>
        observeCredential(credential, canaries, earlier),
      ),
      status,
    });
  };
  truncateSync(journal);
  server.serve(
    providerStubs(
      ALL_PROVIDERS.map(({ id }) => id),
      accepts,
    ),
    record,
  );

  const declared = new Set<string>([
    value.provider.id,
    ...(value.otherProvider ? [value.otherProvider.id] : []),
  ]);
  return {
    stop() {
      server.serve([], () => {});
      const others = requests.filter(({ purpose }) => purpose === 'other').map(({ host }) => host);
      const strangers = requests
        .filter(({ host, purpose }) => purpose === 'model' && !declared.has(providerOfHost(host)?.id ?? ''))
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

function blocked(journal: string): string[] {
  return readFileSync(journal, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => journalLineSchema.parse(JSON.parse(line)))
    .filter(({ kind }) => kind === 'blocked')
    .map(({ transport, address, port }) => `${transport} ${address}:${port}`);
}
