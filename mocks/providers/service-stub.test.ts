import { getResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { SERVICES } from '../../generators/providers/services.ts';
import { serviceStubs } from './service-stub.ts';

describe.each(SERVICES)('the stub of $id', (service) => {
  const ask = async (key: string) => {
    const examine = async (request: Request) =>
      request.headers.get('authorization') === 'Bearer good' ? null : 'another key';
    const request = new Request(`https://${service.hosts[0]}/v1/work`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}` },
      body: JSON.stringify({ input: ['a text'] }),
    });
    return getResponse(serviceStubs(service, examine), request);
  };

  it('answers a good key, and refuses another', async () => {
    expect((await ask('good'))?.status).toBe(200);
    expect((await ask('bad'))?.status).toBe(401);
  });
});
