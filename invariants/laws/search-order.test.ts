import { describe, expect, it } from 'vitest';
import type { EnvironmentVariable } from '../../generators/axes/environment.ts';
import type { Case } from '../../generators/case.ts';
import { PLAIN_ENTRY, PLAIN_PROFILE, PLAIN_SUBSCRIPTION, plainCase } from '../../generators/plain-case.ts';
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

const key = { source: 'inline', holds: 'live', shape: 'plain' } as const;
const lawsBroken = (...input: Parameters<typeof judged>) => judge(judged(...input)).map(({ law }) => law);

describe('web search', () => {
  const live = { name: 'GEMINI_API_KEY', layer: 'process', holds: 'live', shape: 'plain' } as const;
  const entry = { ...PLAIN_ENTRY, apiKey: key };
  const value = plainCase({ id: 'google', environment: [live], entry }, { searchKey: key });
  const brokenBy = (holder: 'search' | 'environment' | 'entry' | null, of: typeof value) => {
    const sent = holder && sentFrom(value, (place) => place.holder === holder);
    const ended = sent
      ? { requests: [request(sent)] }
      : {
          requests: [],
          outcome: { kind: 'failure' as const, class: 'no-credential' as const, message: 'failed' },
        };
    return lawsBroken([observation('web-search', ended)], { value: of }).filter(
      (law) => law === 'search-order',
    );
  };

  it('sends its own key, else the one of the environment, else the one of the entry', () => {
    const plain = { ...value, searchKey: null };
    const alone = { ...plain, provider: { ...value.provider, environment: [] } };
    for (const [right, of] of [
      ['search', value],
      ['environment', plain],
      ['entry', alone],
    ] as const)
      for (const holder of ['search', 'environment', 'entry', null] as const)
        expect(brokenBy(holder, of)).toEqual(holder === right ? [] : ['search-order']);
  });

  it('of an earlier build sends the only key of its own or of the environment, and is asked for no other', () => {
    const version = '2026.4.24';
    const of = (changes: Partial<typeof value>) => ({ ...value, ...changes });
    const withoutVariable = { ...value.provider, environment: [] };
    const ended = (each: typeof value) => {
      const outcome = { kind: 'failure' as const, class: 'no-credential' as const, message: 'failed' };
      const seen = observation('web-search', { requests: [], outcome });
      return lawsBroken([seen], { value: each, version }).includes('search-order');
    };
    expect(ended(of({ searchKey: null }))).toBe(true);
    expect(ended(of({ provider: withoutVariable }))).toBe(true);
    expect(ended(of({ searchKey: null, provider: withoutVariable }))).toBe(false);
    expect(ended(value)).toBe(false);
  });

  it('of xAI sends a login before any key', () => {
    const variable = { ...live, name: 'XAI_API_KEY' } as const;
    const of = plainCase({ id: 'xai', environment: [variable], profiles: [PLAIN_SUBSCRIPTION] });
    const sends = (holder: 'profile' | 'environment', version: string) => {
      const sent = sentFrom(of, (place) => place.holder === holder);
      const seen = observation('search-tool', { requests: [request(sent)] });
      return lawsBroken([seen], { value: of, version }).includes('search-order');
    };
    expect(sends('profile', '2026.9.6')).toBe(false);
    expect(sends('environment', '2026.9.6')).toBe(true);
    // Its documents do not say so.
    expect(sends('environment', '2026.6.11')).toBe(false);
  });

  it('is held to no order where a secret is missing or oddly written, or where it has none that is listed', () => {
    expect(brokenBy('entry', { ...value, searchKey: { ...key, holds: 'nothing' } })).toEqual([]);
    expect(brokenBy('entry', { ...value, searchKey: { ...key, shape: 'masked' } })).toEqual([]);
    expect(brokenBy(null, plainCase({ id: 'google', profiles: [PLAIN_PROFILE] }))).toEqual([]);
  });
});

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
    expect(isBrokenBy({ ...both, searchKey: key }, 'MINIMAX_API_KEY')).toBe(false);
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
