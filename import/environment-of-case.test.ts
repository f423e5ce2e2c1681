import { describe, expect, it } from 'vitest';
import { proxyVariables } from '../generators/axes/proxy.ts';
import { environmentOfCase } from './environment-of-case.ts';

describe("the variables of a user's process", () => {
  it('name the proxy of the suite where they named one, and tell nothing of that one', () => {
    const user = { https_proxy: 'http://ann:secret@proxy.acme.test:8080', NO_PROXY: 'intranet.acme.test' };
    const { environment, leftOut } = environmentOfCase({ ...user, ACME_REGION: 'eu' });
    expect(environment).toEqual({ ACME_REGION: 'eu', ...proxyVariables('beside') });
    expect(leftOut.map(({ what }) => what)).toEqual([
      'the address in https_proxy',
      'the address in NO_PROXY',
    ]);
  });

  it('name none where they only except hosts from one', () => {
    expect(environmentOfCase({ NO_PROXY: 'localhost', HTTPS_PROXY: '' }).environment).toEqual({});
  });
});
