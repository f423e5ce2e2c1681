import { expect, it } from 'vitest';
import { plainCase } from '../../generators/plain-case.ts';
import type { ProviderId } from '../../generators/providers/catalog.ts';
import { canariesOf } from '../../generators/secrets/canaries.ts';
import { credentialExaminer } from './credential-examiner.ts';

const variable = (name: string) => ({ name, layer: 'process', holds: 'live', shape: 'plain' }) as const;
const setup = (id: ProviderId, name: string) => plainCase({ id, environment: [variable(name)] }).provider;

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
