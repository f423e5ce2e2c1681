/** A first key that is overlooked, planted in a stand-in's observations over steps. */
import { describe, expect, it } from 'vitest';
import type { Case } from '../../generators/case.ts';
import { PLAIN_ENTRY, PLAIN_PROFILE } from '../../generators/plain-case.ts';
import type { Step } from '../../generators/steps/step.ts';
import type { Observation } from '../../observation/observation.ts';
import { failed, judged, observation } from '../../test-support/conforming.ts';
import { caseOf, keyOf, take, taken } from '../../test-support/over-steps.ts';
import { judge } from '../laws.ts';

const none = { requests: [], outcome: failed('no-credential') };
const inFile = { name: 'GEMINI_API_KEY', layer: 'state', holds: 'live', shape: 'plain' } as const;
const SETUPS = {
  'env-file': { environment: [inFile] },
  config: { entry: { ...PLAIN_ENTRY, apiKey: PLAIN_PROFILE.secret } },
  profiles: { profiles: [PLAIN_PROFILE] },
} as const;

/** A case that has no key at first, in which a gateway goes on. */
function first(keeper: keyof typeof SETUPS, ...then: Step[]): Case {
  const setup: Partial<Case['provider']> = structuredClone(SETUPS[keeper]) as never;
  return caseOf([take, { do: 'first-key', keeper }, ...then, take], setup);
}

const inGateway = { lane: 'gateway' } as const;
const found = (value: Case, version: string, ...seen: Observation[]) =>
  judge(judged(seen, { value, version })).map(({ fingerprint }) => `${fingerprint}`);
/** The last path that a case takes finds no credential. */
const overlooked = (value: Case, version: string, lane: Partial<Observation> = inGateway) => {
  const last = value.steps!.length - 1;
  const before = taken(0, keyOf(value), { ...none, ...lane });
  return found(value, version, before, taken(last, keyOf(value), { ...none, ...lane }));
};

describe('the law that a first key is used', () => {
  it('is broken by a path that finds none, at once where the configuration was written', () => {
    const value = first('config');
    expect(overlooked(value, '2026.6.11')).toEqual([
      'fresh-state | google | chat: no-credential after the first key of entry',
    ]);
    const before = taken(0, keyOf(value), { ...none, ...inGateway });
    expect(found(value, '2026.6.11', before, taken(2, keyOf(value), inGateway))).toEqual([]);
  });

  it('lets a gateway overlook a variable until it is started again', () => {
    const restart = { do: 'restart', by: 'SIGTERM' } as const;
    expect(overlooked(first('env-file'), '2026.9.6')).toEqual([]);
    expect(overlooked(first('env-file', restart), '2026.9.6')).toHaveLength(1);
  });

  it('lets a gateway overlook a profile until it reloads, in the builds whose documents promise no more', () => {
    expect(overlooked(first('profiles'), '2026.6.11')).toEqual([]);
    expect(overlooked(first('profiles', { do: 'reload-secrets' }), '2026.6.11')).toHaveLength(1);
    expect(overlooked(first('profiles'), '2026.9.6')).toEqual([
      'fresh-state | google | chat: no-credential after the first key of profile',
    ]);
  });

  it('is broken by a command that finds none, without a gateway', () => {
    expect(overlooked(first('env-file'), '2026.6.11', {})).toHaveLength(1);
  });

  it('is broken by a report that calls the key missing', () => {
    const value = caseOf(
      [
        { do: 'first-key', keeper: 'profiles' },
        { do: 'take', path: 'auth-status' },
      ],
      {
        profiles: [PLAIN_PROFILE],
      },
    );
    const said = (status: 'missing' | 'present') =>
      found(value, '2026.9.6', observation('auth-status', { ...inGateway, step: 1, requests: [], status }));
    expect(said('missing')).toEqual([
      'fresh-state | google | auth-status: status missing after the first key of profile',
    ]);
    expect(said('present')).toEqual([]);
  });

  it('says nothing where the provider turned against keys since, or the build did not write it', () => {
    const limited = first('config', { do: 'provider', turn: 'revokes' });
    expect(overlooked(limited, '2026.9.6')).toEqual([]);
    const undone = [{ step: 1, message: 'no such command', isMissing: true as const }];
    expect(overlooked(first('config'), '2026.9.6', { ...inGateway, undone })).toEqual([]);
    const refused = [{ step: 1, message: 'refused' }];
    expect(overlooked(first('config'), '2026.9.6', { ...inGateway, undone: refused })).toEqual([
      'steps-done | google | chat: a first key is refused',
    ]);
  });
});
