import { expect, it } from 'vitest';
import { profilesOfState } from './profiles-of-state.ts';

it('names each profile of an order, of a last answer and of a cooldown once, whether the store has it or not', () => {
  const state = {
    version: 1,
    profiles: {},
    order: { openrouter: ['openrouter:b', 'openrouter:a'] },
    lastGood: { google: 'google:a' },
    usageStats: { 'openrouter:a': { cooldownUntil: 1 }, 'xai:a': {} },
  };
  expect(profilesOfState(state)).toEqual(['openrouter:b', 'openrouter:a', 'google:a', 'xai:a']);
  expect(profilesOfState({ version: 1, profiles: {} })).toEqual([]);
  expect(profilesOfState({ ...state, order: null, lastGood: ['google:a'] })).toEqual([
    'openrouter:a',
    'xai:a',
  ]);
});
