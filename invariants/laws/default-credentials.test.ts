/** Laws over a provider whose credential is a file of Google's default credentials. */
import { describe, expect, it } from 'vitest';
import type { DefaultCredentials } from '../../generators/axes/default-credentials.ts';
import { plainCase } from '../../generators/plain-case.ts';
import type { Credential } from '../../observation/credential.ts';
import type { PathName } from '../../observation/path-name.ts';
import type { ProbeResult } from '../../observation/status.ts';
import { failed, judged, observation, request, sentFrom, sentText } from '../../test-support/conforming.ts';
import { judge } from '../laws.ts';
import { documentedCredential } from '../precedence.ts';

const USER = { kind: 'authorized-user', at: 'well-known', holds: 'live' } as const;
const ACCOUNT = { kind: 'service-account', at: 'variable', holds: 'live' } as const;
const KEY = { name: 'GOOGLE_CLOUD_API_KEY', layer: 'process', holds: 'live', shape: 'plain' } as const;

const withFiles = (...defaultCredentials: DefaultCredentials[]) =>
  plainCase({ id: 'google-vertex', defaultCredentials });
const one = withFiles(USER);
const token = sentFrom(one, ({ holder }) => holder === 'default credentials file', 'exchanged bearer');

const model = { provider: 'google-vertex', id: 'gemini-2.5-flash' };
const host = 'us-central1-aiplatform.googleapis.com';
const sends = (path: PathName, credential: Credential) =>
  observation(path, { model, requests: [{ ...request(credential), host }] });
const wants = (path: PathName) =>
  observation(path, { model, requests: [], outcome: failed('no-credential') });

const found = (...observations: Parameters<typeof judged>[0]) =>
  judge(judged(observations, { value: one })).map(({ fingerprint }) => fingerprint.toString());

describe('a case with default credentials', () => {
  it('conforms where every path sends a token for the file', () => {
    expect(found(sends('chat', token), sends('completion', token))).toEqual([]);
  });

  it('conforms where the probe names no profile, and not where it names one', () => {
    const row = { profileId: null, source: 'env', status: 'ok', reason: null };
    const said = (of: Partial<ProbeResult>) =>
      found(sends('chat', token), {
        ...sends('probe', token),
        probe: [{ ...row, ...of }],
        status: 'present',
      });
    expect(said({})).toEqual([]);
    expect(said({ source: 'models.json' })).toEqual([]);
    expect(said({ profileId: 'google-vertex:a', source: 'profile' })).toHaveLength(1);
  });

  it('breaks laws where chat sends the marker that stands for the file', () => {
    const marker = sends('chat', sentText('gcp-vertex-credentials'));
    expect(found(marker, sends('completion', token))).toEqual([
      'documented-precedence | google-cloud | chat: a marker, documented: default credentials file (default credentials alone)',
      'well-formed | google-cloud | chat: a marker',
    ]);
  });

  it('breaks a law where no path finds the file, and not where it was withdrawn or another is read', () => {
    expect(found(wants('chat'), wants('completion'))).toContain(
      'usable-is-used | google-cloud | chat, completion: no-credential beside a usable default credentials file',
    );
    for (const files of [
      [{ ...USER, holds: 'stale' } as const],
      [{ ...ACCOUNT, holds: 'stale' } as const, USER],
    ]) {
      const laws = judge(judged([wants('chat')], { value: withFiles(...files) })).map(({ law }) => law);
      expect(laws).not.toContain('usable-is-used');
    }
  });

  it('breaks a law where a status calls them missing beside a chat that is answered', () => {
    const probe = observation('probe', { model, requests: [], probe: [], status: 'missing' });
    expect(found(sends('chat', token), probe)).toContain(
      'status-agrees | google-cloud | chat: answer, default credentials file | probe: status missing',
    );
  });
});

describe('the documented order', () => {
  it('has default credentials where there is nothing else, of two files the one that the variable names', () => {
    const place = (file: DefaultCredentials) => {
      const { kind, at } = file;
      return { holder: 'default credentials file', provider: 'google-vertex', file: { kind, at } };
    };
    expect(documentedCredential(one)?.places).toEqual([place(USER)]);
    expect(documentedCredential(withFiles(USER, ACCOUNT))?.places).toEqual([place(ACCOUNT)]);
  });

  it('has nothing to send for one that was withdrawn', () => {
    expect(documentedCredential(withFiles({ ...USER, holds: 'stale' }))).toBeNull();
  });

  it('says nothing of them beside a key', () => {
    const { provider } = one;
    expect(documentedCredential({ ...one, provider: { ...provider, environment: [KEY] } })).toBeNull();
  });
});
