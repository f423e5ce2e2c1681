/** Faults in what is done with a profile that the user chose, planted in a stand-in's observations. */
import { describe, expect, it } from 'vitest';
import { plainCase } from '../../generators/plain-case.ts';
import type { Step } from '../../generators/steps/step.ts';
import type { Observation } from '../../observation/observation.ts';
import type { PathName } from '../../observation/path-name.ts';
import { failed, judged, observation, request, sentFrom } from '../../test-support/conforming.ts';
import { judge } from '../laws.ts';

const profile = (name: 'a' | 'b') =>
  ({
    name,
    type: 'api_key',
    secret: { source: 'inline', holds: 'live', shape: 'plain' },
    expires: 'never',
    refresh: 'none',
    cooldown: 'none',
  }) as const;
const setup = { profiles: [profile('a'), profile('b')] };

/** The violations of a turn through a gateway that comes last, and sends the key of a profile. */
function broken(steps: readonly Step[], path: PathName, sends: 'a' | 'b'): string[] {
  const value = plainCase({ id: 'google', ...setup }, { steps: [...steps, { do: 'take', path }] });
  const key = sentFrom(value, (place) => place.holder === 'profile' && place.profile.name === sends);
  const seen = observation(path, { step: steps.length, requests: [request(key)], lane: 'gateway' });
  return judge(judged([seen], { value })).map(({ fingerprint }) => `${fingerprint}`);
}

describe('the law that the profile that was put first by command is asked first', () => {
  const ordered = (between: readonly Step[], sends: 'a' | 'b') =>
    broken([{ do: 'order-profiles', first: 'b' }, ...between], 'chat', sends);

  it('is broken by a gateway that goes on with the order that it knew (#45516)', () => {
    expect(ordered([], 'a')).toEqual(['stored-order | google | chat: another profile is asked']);
    expect(ordered([], 'b')).toEqual([]);
  });

  it('is broken by a session that begins anew and goes on with the profile that it had (#62412)', () => {
    const anew = { do: 'new-session' } as const;
    const inSession = (steps: readonly Step[]) => broken(steps, 'socket-chat', 'a');
    expect(inSession([{ do: 'order-profiles', first: 'b' }, anew])).toEqual([
      'stored-order | google | socket-chat: another profile is asked',
    ]);
    expect(inSession([{ do: 'order-profiles', first: 'b' }])).toEqual([]);
    expect(inSession([anew, { do: 'order-profiles', first: 'b' }])).toEqual([]);
    expect(inSession([anew])).toEqual([]);
  });

  it('says nothing where a profile had trouble, or is gone', () => {
    expect(ordered([{ do: 'provider', turn: 'limits' }], 'a')).toEqual([]);
    expect(ordered([{ do: 'remove-profile', name: 'b' }], 'a')).toEqual([]);
  });
});

describe('the law that a session asks the profile that the user chose in it first', () => {
  const choose = { do: 'choose-in-session', model: 'first', profile: 'b' } as const;
  const chat = { do: 'take', path: 'socket-chat' } as const;
  const brokenAfter = (steps: readonly Step[], sends: 'a' | 'b') => broken(steps, 'socket-chat', sends);

  it('is broken by another profile, also after another model was chosen alone (#81837)', () => {
    const fingerprint =
      'session-pin | google | socket-chat: the chosen profile is not asked, another credential is';
    expect(brokenAfter([choose], 'a')).toEqual([fingerprint]);
    const model = { do: 'choose-in-session', model: 'second', profile: null } as const;
    expect(brokenAfter([choose, chat, model], 'a')).toEqual([fingerprint]);
    expect(brokenAfter([choose, chat, model], 'b')).toEqual([]);
  });

  it('is broken by a session that asks nobody once its profile is removed, where a document says that it goes on (#149502)', () => {
    const steps = [choose, chat, { do: 'remove-profile', name: 'b' }, chat] as const;
    const value = plainCase({ id: 'google', ...setup }, { steps: [...steps] });
    const last = { step: 3, lane: 'gateway' } as const;
    const silent = observation('socket-chat', { ...last, requests: [], outcome: failed('no-credential') });
    const brokenOn = (version: string, seen: Observation) =>
      judge({ ...judged([seen], { value }), version }).map(({ fingerprint }) => `${fingerprint}`);
    expect(brokenOn('2026.9.6', silent)).toEqual([
      'session-pin | google | socket-chat: no profile is asked once the chosen one is removed',
    ]);
    expect(brokenOn('2026.7.1-2', silent)).toEqual([]);
    const other = sentFrom(value, (place) => place.holder === 'profile' && place.profile.name === 'a');
    const asked = observation('socket-chat', { ...last, requests: [request(other)] });
    expect(brokenOn('2026.9.6', asked)).toEqual([]);
  });

  it('is broken over /new where a document says that a choice survives it', () => {
    const steps = [choose, chat, { do: 'new-session' }] as const;
    expect(brokenAfter(steps, 'a')).toHaveLength(1);
    expect(brokenAfter(steps, 'b')).toEqual([]);
  });

  it('says nothing where the profile was removed, or had trouble', () => {
    expect(brokenAfter([choose, { do: 'remove-profile', name: 'b' }], 'a')).toEqual([]);
    expect(brokenAfter([choose, { do: 'provider', turn: 'limits' }], 'a')).toEqual([]);
  });
});
