import { expect, it } from 'vitest';
import { PLAIN_PROFILE, plainCase } from '../../generators/plain-case.ts';
import type { ProviderId } from '../../generators/providers/catalog.ts';
import { canariesOf } from '../../generators/secrets/canaries.ts';
import { credentialExaminer } from './credential-examiner.ts';

const variable = (name: string) => ({ name, layer: 'process', holds: 'live', shape: 'plain' }) as const;
const setup = (id: ProviderId, name: string) => plainCase({ id, environment: [variable(name)] }).provider;

it('takes no key where usage is told of tokens alone', async () => {
  const profiles = [{ ...PLAIN_PROFILE, name: 'a', type: 'token' } as const];
  const value = plainCase({
    id: 'anthropic',
    environment: [variable('ANTHROPIC_API_KEY')],
    profiles,
  });
  const canaries = canariesOf(value, 'examiner test');
  const examine = credentialExaminer(value, canaries);
  const ask = (holder: string, url: string) => {
    const { text } = canaries.find(({ place }) => place.holder === holder)!;
    return examine('anthropic', new Request(url, { headers: { authorization: `Bearer ${text}` } }));
  };
  const usage = 'https://api.anthropic.com/api/oauth/usage';
  expect(await ask('profile', usage)).toBeNull();
  expect(await ask('environment', usage)).not.toBeNull();
  expect(await ask('environment', 'https://api.anthropic.com/v1/messages')).toBeNull();
});

it('takes the credentials of both providers on a host that two share, and of no third', async () => {
  const value = plainCase(setup('minimax', 'MINIMAX_API_KEY'), {
    otherProvider: setup('minimax-portal', 'MINIMAX_OAUTH_TOKEN'),
  });
  const canaries = canariesOf(value, 'examiner test');
  const examine = credentialExaminer(value, canaries);
  const ask = (host: string, key: string) =>
    examine(
      'minimax',
      new Request(`https://${host}/v1/t2a_v2`, { headers: { authorization: `Bearer ${key}` } }),
    );
  const [own, shared] = canaries.map(({ text }) => text);
  expect(await ask('api.minimax.io', own!)).toBeNull();
  expect(await ask('api.minimax.io', shared!)).toBeNull();
  expect(await ask('minimax.corp-gateway.com', shared!)).not.toBeNull();
  expect(await ask('api.minimax.io', 'somebody-elses')).not.toBeNull();
});

it("takes a token for Google's default credentials as a bearer alone, and what is in the file nowhere", async () => {
  const file = { kind: 'authorized-user', at: 'well-known', holds: 'live' } as const;
  const profiles = [{ ...PLAIN_PROFILE, type: 'token' } as const];
  const value = plainCase({
    id: 'google-vertex',
    environment: [variable('GOOGLE_CLOUD_API_KEY')],
    profiles,
    defaultCredentials: [file],
  });
  const canaries = canariesOf(value, 'examiner test');
  const examine = credentialExaminer(value, canaries);
  const url = 'https://us-central1-aiplatform.googleapis.com/v1/publishers/google/models/m:generateContent';
  const ask = (headers: Record<string, string>) => examine('google-vertex', new Request(url, { headers }));
  const of = (holder: string) => canaries.find(({ place }) => place.holder === holder)!;
  const { text, exchanged } = of('default credentials file');
  expect(await ask({ authorization: `Bearer ${exchanged}` })).toBeNull();
  expect(await ask({ 'x-goog-api-key': exchanged! })).not.toBeNull();
  expect(await ask({ authorization: `Bearer ${text}` })).not.toBeNull();
  expect(await ask({ 'x-goog-api-key': of('environment').text })).toBeNull();
  expect(await ask({ 'x-goog-api-key': of('profile').text })).not.toBeNull();
  expect(await ask({ authorization: `Bearer ${of('profile').text}` })).toBeNull();
});
