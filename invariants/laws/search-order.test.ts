import { describe, expect, it } from 'vitest';
import type { EnvironmentVariable } from '../../generators/axes/environment.ts';
import type { Case } from '../../generators/case.ts';
import { plainCase } from '../../generators/plain-case.ts';
import type { ProviderId } from '../../generators/providers/catalog.ts';
import { judged, observation, request, sentFrom } from '../../test-support/conforming.ts';
import { judge } from '../laws.ts';
import { isDocumentedFor } from './search-order.ts';

const own = (name: string, changes: Partial<EnvironmentVariable> = {}): EnvironmentVariable => ({
  name,
  layer: 'process',
  holds: 'live',
  shape: 'plain',
  ...changes,
});
const setup = (id: ProviderId, ...environment: EnvironmentVariable[]) =>
  plainCase({ id, environment }).provider;
const caseOf = (...environment: EnvironmentVariable[]) => plainCase(setup('minimax', ...environment));

/** Whether the law says no to a search that sends a variable of a case. */
function isBrokenBy(value: Case, name: string, version = '2026.9.6'): boolean {
  const sent = sentFrom(value, (place) => place.holder === 'environment' && place.variable.name === name);
  const seen = observation('web-search', {
    model: { provider: 'minimax', id: 'MiniMax-M2.7' },
    requests: [request(sent)],
  });
  return judge(judged([seen], { value, version })).some(({ law }) => law === 'search-order');
}

describe('web search of MiniMax', () => {
  const both = caseOf(own('MINIMAX_API_KEY'), own('MINIMAX_CODE_PLAN_KEY'));

  it('sends the first of its variables', () => {
    expect(isBrokenBy(both, 'MINIMAX_CODE_PLAN_KEY')).toBe(false);
    expect(isBrokenBy(both, 'MINIMAX_API_KEY')).toBe(true);
  });

  it('sends the variable of its subscription before the key of the models, and after those of the plan', () => {
    const otherProvider = setup('minimax-portal', own('MINIMAX_OAUTH_TOKEN'));
    const withKey = { ...caseOf(own('MINIMAX_API_KEY')), otherProvider };
    expect(isBrokenBy(withKey, 'MINIMAX_OAUTH_TOKEN')).toBe(false);
    expect(isBrokenBy(withKey, 'MINIMAX_API_KEY')).toBe(true);
    expect(isBrokenBy({ ...both, otherProvider }, 'MINIMAX_OAUTH_TOKEN')).toBe(true);
  });

  it('is held to no order where the build has none, another key may go first, or a variable is oddly written', () => {
    expect(isBrokenBy(both, 'MINIMAX_API_KEY', '2026.6.11')).toBe(false);
    expect(isBrokenBy(both, 'MINIMAX_API_KEY', '2026.7.1-2')).toBe(true);
    const searchKey = { source: 'inline', holds: 'live', shape: 'plain' } as const;
    expect(isBrokenBy({ ...both, searchKey }, 'MINIMAX_API_KEY')).toBe(false);
    const odd = caseOf(own('MINIMAX_API_KEY'), own('MINIMAX_CODE_PLAN_KEY', { shape: 'blank' }));
    expect(isBrokenBy(odd, 'MINIMAX_API_KEY')).toBe(false);
    const token = setup('minimax-portal', own('MINIMAX_OAUTH_TOKEN', { shape: 'blank' }));
    expect(isBrokenBy({ ...caseOf(own('MINIMAX_API_KEY')), otherProvider: token }, 'MINIMAX_API_KEY')).toBe(
      false,
    );
  });

  it('is nothing that a run of an earlier build owes a case', () => {
    expect(isDocumentedFor('minimax', '2026.9.6')).toBe(true);
    expect(isDocumentedFor('minimax', '2026.6.11')).toBe(false);
    expect(isDocumentedFor('google', '2026.6.11')).toBe(true);
  });

  it('may not send a variable of the working directory, which is not one of them', () => {
    const foreign = caseOf(own('MINIMAX_API_KEY'), own('MINIMAX_CODE_PLAN_KEY', { layer: 'workspace' }));
    expect(isBrokenBy(foreign, 'MINIMAX_API_KEY')).toBe(false);
    expect(isBrokenBy(foreign, 'MINIMAX_CODE_PLAN_KEY')).toBe(true);
  });
});
