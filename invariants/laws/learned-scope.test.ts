/** Faults that only steps show, planted in a stand-in's observations. */
import { describe, expect, it } from 'vitest';
import { PLAIN_ENTRY, PLAIN_PROFILE } from '../../generators/plain-case.ts';
import type { Step } from '../../generators/steps/step.ts';
import { failed } from '../../test-support/conforming.ts';
import { broken, caseOf, keyOf, refusing, take, taken } from '../../test-support/over-steps.ts';

describe('the law that what was learned of one is not held against another', () => {
  const untried = { requests: [], outcome: failed('no-credential') };

  it('is broken where a new key is not tried after the old one was refused', () => {
    const value = caseOf([
      take,
      { do: 'provider', turn: 'refuses' },
      take,
      { do: 'rotate', keeper: 'env-file' },
      take,
    ]);
    const seen = [taken(0, keyOf(value)), refusing(2, keyOf(value), 401)];
    expect(broken(value, ...seen, taken(4, keyOf(value), untried))).toEqual([
      'learned-scope | google | chat: another key is not tried',
    ]);
    expect(broken(value, ...seen, taken(4, keyOf(value)))).toEqual([]);
  });

  it('is broken by a gateway that met the old key before it was told to reload, and then does not try the new one', () => {
    const apiKey = { source: 'file', holds: 'live', shape: 'plain' } as const;
    const entry = { auth: null, apiKey, header: null, authHeader: false, baseUrl: 'default' } as const;
    const value = caseOf(
      [take, { do: 'rotate', keeper: 'secrets-file' }, take, { do: 'reload-secrets' }, take],
      { entry },
    );
    const lane = { lane: 'gateway' } as const;
    const old = { ...refusing(2, keyOf(value, 'before'), 401), ...lane };
    const seen = [taken(0, keyOf(value), lane), old, taken(4, keyOf(value), { ...untried, ...lane })];
    expect(broken(value, ...seen)).toEqual(['learned-scope | google | chat: another key is not tried']);
  });

  it('is broken where a new key is not tried after the account of the old one had no credit, in whatever status', () => {
    const entry = { ...PLAIN_ENTRY, apiKey: PLAIN_PROFILE.secret };
    const steps = (turn: 'limits' | 'wants-credit'): Step[] => [
      { do: 'provider', turn },
      take,
      { do: 'rotate', keeper: 'config' },
      take,
    ];
    const value = caseOf(steps('wants-credit'), { entry });
    const seen = [refusing(1, keyOf(value), 429), taken(3, keyOf(value), untried)];
    expect(broken(value, ...seen)).toEqual(['learned-scope | google | chat: another key is not tried']);
    expect(broken(caseOf(steps('limits'), { entry }), ...seen)).toEqual([]);
  });

  it('says nothing of the new key of a profile: no document says that it ends what was learned of the profile', () => {
    for (const turn of ['refuses', 'revokes'] as const) {
      const steps: Step[] = [{ do: 'provider', turn }, take, { do: 'rotate', keeper: 'profiles' }, take];
      const value = caseOf(steps, { profiles: [PLAIN_PROFILE] });
      expect(broken(value, refusing(1, keyOf(value), 403), taken(3, keyOf(value), untried))).toEqual([]);
    }
  });

  it('is broken where another model is not tried after a limit on the first', () => {
    const value = caseOf([
      { do: 'provider', turn: 'limits' },
      take,
      { do: 'provider', turn: 'recovers' },
      { do: 'switch-model' },
      take,
    ]);
    const seen = [refusing(1, keyOf(value), 429)];
    expect(broken(value, ...seen, taken(4, keyOf(value), untried))).toEqual([
      'learned-scope | google | chat: another model is not tried',
    ]);
    expect(broken(value, ...seen, taken(4, keyOf(value)))).toEqual([]);
  });
});
