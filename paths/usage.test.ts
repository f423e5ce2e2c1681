import { expect, it } from 'vitest';
import { usage } from './usage.ts';

const told = (...providers: object[]) => ({
  stdout: JSON.stringify({ gateway: {}, usage: { updatedAt: 1, providers } }),
  stderr: '',
  exitCode: 0,
  thrown: null,
});
const refused = [{ purpose: 'model', status: 401 }] as const;

it('is an answer where the report has the usage of the provider that was asked', () => {
  const end = told({ provider: 'zai', windows: [], error: 'HTTP 500' }, { provider: 'minimax', windows: [] });
  expect(usage.readEnd(end, [], 'minimax')).toEqual({ kind: 'answer' });
  expect(usage.readEnd(end, [], 'zai')).toMatchObject({ kind: 'failure', message: 'HTTP 500' });
});

it('fails as the wire says where the report names an error', () => {
  const end = told({ provider: 'xai', windows: [], error: 'Token expired' });
  expect(usage.readEnd(end, refused, 'xai')).toMatchObject({ class: 'rejected', message: 'Token expired' });
});

it('ends for want of a credential where the report leaves the provider out', () => {
  expect(usage.readEnd(told(), [], 'anthropic')).toMatchObject({ class: 'no-credential' });
});
