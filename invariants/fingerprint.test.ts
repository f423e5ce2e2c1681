import { describe, expect, it } from 'vitest';
import { isCovered, onFewestPaths, partsOf, violationsOf } from './fingerprint.ts';

const both = 'same-failure | google | chat: sends profile | audio, speech: no-credential';
const audio = 'same-failure | google | chat: sends profile | audio: no-credential';
const speech = 'same-failure | google | chat: sends profile | speech: no-credential';

describe('a fingerprint of several paths', () => {
  it('is one of each path, with what they are compared with', () => {
    expect(partsOf(both)).toEqual([audio, speech]);
    expect(partsOf('well-formed | openai | chat, image: masked text')).toEqual([
      'well-formed | openai | chat: masked text',
      'well-formed | openai | image: masked text',
    ]);
  });

  it('keeps a behaviour that has a colon in it', () => {
    const fingerprint = 'documented-precedence | google | chat: entry, documented: profile (explicit order)';
    expect(partsOf(fingerprint)).toEqual([fingerprint]);
  });

  it('is covered by others that have each path of it with the same behaviour, and by no less', () => {
    expect(isCovered(audio, [both])).toBe(true);
    expect(isCovered(both, [audio, speech])).toBe(true);
    expect(isCovered(both, [audio])).toBe(false);
    expect(isCovered(audio, [audio.replace('no-credential', 'other')])).toBe(false);
    expect(isCovered(audio, [audio.replace('sends profile', 'sends entry')])).toBe(false);
  });

  it('is told on the fewest paths by the first of them, beside what it is compared with', () => {
    expect(onFewestPaths({ paths: ['chat', 'video', 'speech'], fingerprint: both })).toEqual({
      paths: ['chat', 'video'],
      fingerprint: audio,
    });
    const fingerprint = 'well-formed | openai | chat, image: masked text';
    expect(onFewestPaths({ paths: ['probe', 'image'], fingerprint })).toEqual({
      paths: ['probe'],
      fingerprint: 'well-formed | openai | chat: masked text',
    });
  });

  it('is run again on everything that its paths were compared with', () => {
    const deviation = (path: 'speech' | 'audio', reference: 'chat' | 'image') => ({
      path,
      reference: { path: reference, behaviour: 'sends profile' },
      behaviour: 'no-credential',
      detail: '',
    });
    const [violation, ...others] = violationsOf('same-failure', 'google', [
      deviation('speech', 'chat'),
      deviation('audio', 'image'),
    ]);
    expect(others).toEqual([]);
    expect(violation).toMatchObject({ paths: ['chat', 'image', 'audio', 'speech'], fingerprint: both });
  });
});
