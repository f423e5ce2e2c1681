import { describe, expect, it } from 'vitest';
import type { HomeFile } from '../../home-case/home-case.ts';
import { storesOfHome } from './stores-of-home.ts';

const store = (path: string, profiles: object = {}, state: object = {}) =>
  ({ path, as: 'store', profiles: { ...profiles }, state: { ...state }, secrets: {} }) as Extract<
    HomeFile,
    { as: 'store' }
  >;
const main = store('.openclaw/agents/main/agent/openclaw-agent.sqlite', {
  version: 1,
  profiles: { mine: { type: 'api_key' } },
});
const second = store('.openclaw/agents/second/agent/openclaw-agent.sqlite', { profiles: { other: {} } });
const shared = (profiles: object = {}, state: object = {}) =>
  store('.openclaw/state/openclaw.sqlite', profiles, state);

describe('the stores of a home', () => {
  it('are one where a build keeps the store of all agents in that of main, which an empty one does not empty', () => {
    const stores = storesOfHome([main, second, shared()], '/home/.openclaw', { hasSharedStore: false });
    expect(stores).toEqual([
      {
        agentFolder: '/home/.openclaw/agents/main/agent',
        store: { version: 1, profiles: { mine: { type: 'api_key' } } },
      },
      {
        agentFolder: '/home/.openclaw/agents/second/agent',
        store: { version: 1, profiles: { other: {} } },
      },
    ]);
  });

  it('keep what both have, and the order', () => {
    const both = [main, shared({ profiles: { all: {} } }, { order: { acme: ['all'] } })];
    const [only, ...others] = storesOfHome(both, '/home/.openclaw', { hasSharedStore: false });
    expect(others).toEqual([]);
    expect(only?.store).toEqual({
      version: 1,
      profiles: { all: {}, mine: { type: 'api_key' } },
      order: { acme: ['all'] },
    });
  });

  it('are two where all agents read one of their own', () => {
    const stores = storesOfHome([main, shared()], '/home/.openclaw', { hasSharedStore: true });
    expect(stores.map(({ agentFolder }) => agentFolder)).toEqual([null, '/home/.openclaw/agents/main/agent']);
  });
});
