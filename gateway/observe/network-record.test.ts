/** The record of requests, by the host that they go to. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainCase } from '../../generators/plain-case.ts';
import { createCertificateAuthority } from '../../mocks/network/certificates.ts';
import { type LoopbackServer, startLoopbackServer } from '../../mocks/network/loopback-server.ts';
import { runnableOf } from '../cases/runnable-of.ts';
import { recordNetwork } from './network-record.ts';

const key = { name: 'GEMINI_API_KEY', layer: 'process', holds: 'live', shape: 'plain' } as const;
const value = plainCase({ id: 'google', environment: [key] });
const { canaries, parties } = await runnableOf(value).stage('salt', null);
const secret = canaries[0]!.text;
const folder = mkdtempSync(path.join(os.tmpdir(), 'network-record-test-'));
const journal = path.join(folder, 'journal.jsonl');
let server: LoopbackServer;

beforeAll(async () => {
  writeFileSync(journal, '');
  server = await startLoopbackServer(await createCertificateAuthority());
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** The record of a GET, with or without the key. */
async function recordOf(
  host: string,
  sent: string | null = null,
  earlier: readonly string[] = [],
  usageOf?: string,
  asked = '/v1/models',
  reached = parties,
) {
  const record = recordNetwork(
    { server, journal, earlier: new Set(earlier) },
    { parties: reached, canaries, call: null, fallback: null, usageOf },
  );
  const headers = { host, ...(sent ? { 'x-goog-api-key': sent } : {}) };
  await new Promise((done) =>
    http
      .get({ port: server.port, path: asked, headers, agent: false }, (response) =>
        response.resume().on('end', done),
      )
      .on('error', done),
  );
  return record.stop();
}

/** The record of a request to a model. */
async function requestsToModel(reached: typeof parties, sent: string) {
  const record = recordNetwork(
    { server, journal, earlier: new Set() },
    { parties: reached, canaries, call: null, fallback: null },
  );
  await askModel(sent, '{}');
  return record.stop().requests;
}

function askModel(sent: string, body: string): Promise<unknown> {
  return new Promise((done) => {
    const headers = { host: 'generativelanguage.googleapis.com', 'x-goog-api-key': sent };
    const path = '/v1beta/models/gemini-2.5-flash:generateContent';
    const request = http.request({ port: server.port, method: 'POST', path, headers, agent: false });
    request.on('response', (response) => response.resume().on('end', done)).on('error', done);
    request.end(body);
  });
}

/** The record of two requests to a model: one of a turn of the agent, which offers tools, and one that offers none. */
async function purposesOf(wakesAgent: true | undefined): Promise<string[]> {
  const record = recordNetwork(
    { server, journal, earlier: new Set() },
    { parties, canaries, call: null, fallback: null, wakesAgent },
  );
  const tools = [{ functionDeclarations: [{ name: 'read' }] }];
  for (const body of [{ contents: [], tools }, { contents: [] }])
    await askModel(secret, JSON.stringify(body));
  return record.stop().requests.map(({ purpose }) => purpose);
}

describe('the record of a run', () => {
  it('leaves out turns of the agent where the path only wakes it', async () => {
    expect(await purposesOf(undefined)).toEqual(['model', 'model']);
    expect(await purposesOf(true)).toEqual(['model']);
  });

  it('has what the provider of the case was asked', async () => {
    expect(await recordOf('generativelanguage.googleapis.com', secret)).toMatchObject({
      requests: [{ purpose: 'provider', credentials: [{ place: { provider: 'google' }, validity: 'live' }] }],
      egress: [],
    });
  });

  it.each(['api.openai.com', 'auth.openai.com', 'sts.amazonaws.com', 'example.com'])(
    'calls %s egress, which is no host of the case, whatever is asked there',
    async (host) => {
      expect(await recordOf(host)).toEqual({ requests: [], egress: [host], quiet: [] });
    },
  );

  it('keeps a secret that is sent to a quiet host, for the laws to judge', async () => {
    expect(await recordOf('169.254.169.254')).toMatchObject({ requests: [], quiet: ['169.254.169.254'] });
    expect(await recordOf('169.254.169.254', secret)).toMatchObject({
      requests: [{ purpose: 'other', credentials: [{ place: { provider: 'google' } }] }],
    });
  });

  it('knows that a report of status looks for the newest version, and no other path', async () => {
    const host = 'registry.npmjs.org';
    expect(await recordOf(host)).toMatchObject({ egress: [host] });
    expect(await recordOf(host, null, [], 'anthropic')).toMatchObject({ egress: [], quiet: [host] });
  });

  it('has as the request of a report what the provider is asked for its usage', async () => {
    const seen = await recordOf('api.minimaxi.com', secret, [], 'minimax', '/v1/token_plan/remains');
    expect(seen.requests).toMatchObject([{ purpose: 'model' }]);
    const listed = await recordOf('generativelanguage.googleapis.com', secret, [], 'minimax');
    expect(listed.requests).toMatchObject([{ purpose: 'provider' }]);
  });

  it('knows that a report asks the second provider for its usage, too, and no other path does', async () => {
    const otherProvider = plainCase({ id: 'minimax' }).provider;
    const both = await runnableOf(plainCase({ id: 'anthropic' }, { otherProvider })).stage('salt', null);
    const asks = (usageOf?: string) =>
      recordOf('api.minimaxi.com', null, [], usageOf, '/v1/token_plan/remains', both.parties);
    expect(await asks('anthropic')).toMatchObject({ egress: [] });
    expect(await asks()).toMatchObject({ egress: ['api.minimaxi.com'] });
  });

  it('leaves out a list that is public and asked for without a key, and keeps one that a key is sent with', async () => {
    const variable = { ...key, name: 'OPENROUTER_API_KEY' };
    const routed = await runnableOf(plainCase({ id: 'openrouter', environment: [variable] })).stage(
      'salt',
      null,
    );
    const asks = (sent: string | null, asked: string) =>
      recordOf('openrouter.ai', sent, [], undefined, asked, routed.parties);
    expect(await asks(null, '/api/v1/models')).toEqual({ requests: [], egress: [], quiet: [] });
    expect(await asks('any', '/api/v1/models')).toMatchObject({ requests: [{ status: 200 }] });
    expect(await asks(null, '/api/v1/key')).toMatchObject({ requests: [{ status: 401 }] });
  });

  it('says of a 400 whether it is given for the key', async () => {
    const refused = await recordOf('generativelanguage.googleapis.com', 'wrong');
    expect(refused.requests).toMatchObject([{ status: 400, refusesKey: true }]);
    const accepted = await recordOf('generativelanguage.googleapis.com', secret);
    expect(accepted.requests[0]).not.toHaveProperty('refusesKey');
    const badRequest = plainCase({ id: 'google', environment: [key], answer: 'bad-request' });
    const { canaries: own, parties: reached } = await runnableOf(badRequest).stage('salt', null);
    const [asked] = await requestsToModel(reached, own[0]!.text);
    expect(asked).toMatchObject({ purpose: 'model', status: 400 });
    expect(asked).not.toHaveProperty('refusesKey');
  });

  it('calls a secret of an earlier run malformed', async () => {
    const { requests } = await recordOf('generativelanguage.googleapis.com', 'before', ['before']);
    expect(requests[0]?.credentials).toMatchObject([{ text: 'earlier run' }]);
  });
});

describe('a failure of our own answers', () => {
  it('is thrown when the run is over, and is not taken for what the subject met', async () => {
    server.serve([], () => {
      throw new Error('our own');
    });
    await new Promise((done) => http.get({ port: server.port, agent: false }).on('error', done));
    expect(() => server.stop()).toThrow('our own');
    expect(() => server.stop()).not.toThrow();
  });
});
