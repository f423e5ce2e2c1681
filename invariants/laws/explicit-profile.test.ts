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
