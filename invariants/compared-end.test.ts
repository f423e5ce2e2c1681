/** Ends that are called otherwise and are one: the want of a key. */
import { describe, expect, it } from 'vitest';
import { PLAIN_ENTRY, PLAIN_PROFILE, plainCase } from '../generators/plain-case.ts';
import type { Observation } from '../observation/observation.ts';
import type { PathName } from '../observation/path-name.ts';
import { failed, judged, observation, request, value } from '../test-support/conforming.ts';
import { ALL_LAWS, judge } from './laws.ts';

const only = (law: string) => ALL_LAWS.filter(({ id }) => id === law);
const nothing = { requests: [], outcome: failed('nothing-selected') };
const noKey = { requests: [], outcome: failed('no-credential') };

describe('a case and its variant', () => {
  const broken = (path: PathName, one: Partial<Observation>, other: Partial<Observation>, of = value) =>
    (['isolation', 'irrelevant-change'] as const).filter((law) => {
      const variants = { [law]: [observation(path, other)] };
      return judge(judged([observation(path, one)], { value: of, variants }), only(law)).length > 0;
    }).length;

  it('end alike where media understanding finds no key and where it leaves out a model without one', () => {
    expect(broken('image', noKey, nothing)).toBe(0);
    expect(broken('audio', nothing, noKey)).toBe(0);
    expect(broken('image', {}, nothing)).toBe(2);
    expect(broken('image', nothing, { requests: [], outcome: failed('refused-address') })).toBe(2);
  });

  it('end otherwise where a path that leaves out no model has nothing selected', () => {
    expect(broken('image-generation', noKey, nothing)).toBe(2);
    const chooses = plainCase({ id: 'google' }, { mediaSelection: 'automatic' });
    expect(broken('image-generation', noKey, nothing, chooses)).toBe(0);
  });
});

describe('a login that the provider refuses to renew', () => {
  const renewal = { ...request(), host: 'auth.openai.com', purpose: 'provider', status: 400 } as const;
  const reported = { requests: [renewal], outcome: failed('other') };
  const leftOut = { requests: [renewal], outcome: failed('nothing-selected') };
  const broken = (chat: Partial<Observation>, path: PathName, other: Partial<Observation>) =>
    judge(judged([observation('chat', chat), observation(path, other)]), only('same-failure')).length;

  it('is reported by chat and left out by media understanding', () => {
    expect(broken(reported, 'image', leftOut)).toBe(0);
    expect(broken(reported, 'audio', leftOut)).toBe(0);
  });

  it('is no reason for a path to select nothing that did not ask to renew it, or that is not of media', () => {
    expect(broken(reported, 'image', nothing)).toBe(1);
    expect(broken(reported, 'image-generation', leftOut)).toBe(1);
    expect(broken({}, 'image', leftOut)).toBe(1);
    const elsewhere = { ...leftOut, requests: [{ ...renewal, host: 'auth.example.com' }] };
    expect(broken(reported, 'image', elsewhere)).toBe(1);
    const renewed = { ...renewal, status: 200 };
    expect(broken({ ...reported, requests: [renewed] }, 'image', leftOut)).toBe(1);
    expect(broken({ ...reported, requests: [renewal, request()] }, 'image', leftOut)).toBe(1);
  });
});

describe('a model that chat does not know since nothing configures its provider', () => {
  const unknown = { requests: [], outcome: failed('unknown-model') };
  const bare = plainCase({ id: 'google' });
  const broken = (chat: Partial<Observation>, path: PathName, other: Partial<Observation>, of = bare) =>
    judge(judged([observation('chat', chat), observation(path, other)], { value: of }), only('same-failure'))
      .length;

  it('is a missing key to a path that says so', () => {
    expect(broken(unknown, 'image', noKey)).toBe(0);
    expect(broken(unknown, 'video', nothing)).toBe(0);
  });

  it('is no missing key where the provider has an entry or a profile, or where chat is the one that has no key', () => {
    const entry = plainCase({ id: 'google', entry: PLAIN_ENTRY });
    const profile = plainCase({ id: 'google', profiles: [PLAIN_PROFILE] });
    for (const configured of [entry, profile]) expect(broken(unknown, 'image', noKey, configured)).toBe(1);
    expect(broken(noKey, 'image', unknown)).toBe(1);
    expect(broken(unknown, 'image', {})).toBe(1);
    expect(broken(unknown, 'image', { requests: [], outcome: failed('refused-address') })).toBe(1);
  });
});
