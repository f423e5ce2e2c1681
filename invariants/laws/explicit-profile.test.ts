import { describe, expect, it } from 'vitest';
import { PLAIN_PROFILE, plainCase } from '../../generators/plain-case.ts';
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

  it('says nothing where the profile cannot be used, is not there, or a command has set the model again', () => {
    const ended = { ...second, cooldown: 'active' as const };
    const unusable = plainCase({ id: 'google', profiles: [PLAIN_PROFILE, ended] }, { chatProfile: 'b' });
    expect(broken('chat', 'a', unusable)).not.toContain('explicit-choice');
    expect(broken('chat', 'a', { ...named, chatProfile: 'c' })).not.toContain('explicit-choice');
    expect(broken('chat', 'a', { ...named, commandBefore: 'model-set' })).not.toContain('explicit-choice');
  });
});
