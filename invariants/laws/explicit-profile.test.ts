import { describe, expect, it } from 'vitest';
import { PLAIN_ENTRY, PLAIN_PROFILE, plainCase } from '../../generators/plain-case.ts';
import { judged, observation, request, sentFrom } from '../../test-support/conforming.ts';
import { judge } from '../laws.ts';

const lawsBroken = (...input: Parameters<typeof judged>) => judge(judged(...input)).map(({ law }) => law);

describe('a model that names a profile', () => {
  const second = { ...PLAIN_PROFILE, name: 'b' as const };
  const named = plainCase({ id: 'google', profiles: [PLAIN_PROFILE, second] }, { chatProfile: 'b' });
  const broken = (path: 'chat' | 'completion' | 'image', name: 'a' | 'b', value = named) => {
    const sent = sentFrom(value, (place) => place.holder === 'profile' && place.profile.name === name);
    const other = sentFrom(value, (place) => place.holder === 'profile' && place.profile.name === 'b');
    const chat = observation('chat', { requests: [request(other)] });
    const judgedPath = observation(path, { requests: [request(sent)] });
    return lawsBroken(path === 'chat' ? [judgedPath] : [chat, judgedPath], { value });
  };

  it('is asked with that profile by chat and by a completion, and other paths go by their order', () => {
    expect(broken('chat', 'b')).toEqual([]);
    expect(broken('chat', 'a')).toEqual(['explicit-choice']);
    expect(broken('completion', 'a')).toContain('explicit-choice');
    expect(broken('image', 'a')).toEqual([]);
  });

  it('is broken by a path that ends for want of a credential, where nothing else of the setup can end it', () => {
    const wants = observation('completion', {
      requests: [],
      outcome: { kind: 'failure', class: 'no-credential', message: 'No API key found' },
    });
    const other = sentFrom(named, (place) => place.holder === 'profile' && place.profile.name === 'b');
    const chat = observation('chat', { requests: [request(other)] });
    expect(lawsBroken([chat, wants], { value: named })).toContain('explicit-choice');
    const order = { where: 'store' as const, names: ['b' as const] };
    const ordered = { ...named, provider: { ...named.provider, order } };
    expect(lawsBroken([chat, wants], { value: ordered })).not.toContain('explicit-choice');
  });

  it('is broken for a media entry, too, that names a profile and whose path ends for want of a credential', () => {
    const pinned = { ...named, chatProfile: null, mediaPin: { field: 'profile', name: 'b' } as const };
    const wants = observation('audio', {
      requests: [],
      outcome: { kind: 'failure', class: 'nothing-selected', message: 'no provider for audio' },
    });
    expect(lawsBroken([wants], { value: pinned })).toContain('explicit-choice');
    expect(lawsBroken([wants], { value: { ...pinned, mediaPin: null } })).not.toContain('explicit-choice');
  });

  it('says nothing where the profile cannot be used, is not there, or something else says which credential is sent', () => {
    const ended = { ...second, cooldown: 'active' as const };
    const unusable = plainCase({ id: 'google', profiles: [PLAIN_PROFILE, ended] }, { chatProfile: 'b' });
    expect(broken('chat', 'a', unusable)).not.toContain('explicit-choice');
    expect(broken('chat', 'a', { ...named, chatProfile: 'c' })).not.toContain('explicit-choice');
    const key = { source: 'inline', holds: 'live', shape: 'plain' } as const;
    const withSetup = (setup: Partial<typeof named.provider>) => ({
      ...named,
      provider: { ...named.provider, ...setup },
    });
    for (const setup of [
      { entry: { ...PLAIN_ENTRY, header: key } },
      { entry: { ...PLAIN_ENTRY, auth: 'api-key' as const, apiKey: key } },
      { order: { where: 'store' as const, names: ['a' as const] } },
    ])
      expect(broken('chat', 'a', withSetup(setup))).not.toContain('explicit-choice');
  });

  it('is a choice of its own: an order, the probe, a status and a documented difference of speech are not held against it', () => {
    const environment = [
      { name: 'GEMINI_API_KEY', layer: 'process', holds: 'live', shape: 'plain' },
    ] as const;
    const ordered = plainCase(
      {
        id: 'google',
        profiles: [PLAIN_PROFILE, second],
        order: { where: 'store', names: ['a'] },
        environment: [...environment],
      },
      { chatProfile: 'b' },
    );
    const by = (name: 'a' | 'b') =>
      request(sentFrom(ordered, (place) => place.holder === 'profile' && place.profile.name === name));
    const variable = request(sentFrom(ordered, ({ holder }) => holder === 'environment'));
    const rows = [{ profileId: 'google:a', source: 'profile', status: 'ok', reason: null }];
    expect(
      lawsBroken(
        [
          observation('chat', { requests: [by('b')] }),
          observation('image', { requests: [by('a')] }),
          observation('speech', { requests: [variable] }),
          observation('probe', { requests: [by('a')], probe: rows, status: 'missing' }),
        ],
        { value: ordered },
      ),
    ).toEqual([]);
  });
});
