import { describe, expect, it } from 'vitest';
import baseline from '../baselines/openclaw.json' with { type: 'json' };
import { Fingerprint, fingerprintSchema, isCovered, partsOf } from './fingerprint.ts';
import { onFewestPaths, violationsOf } from './violation.ts';

const parsed = (text: string) => Fingerprint.parse(text)!;

const both = parsed('same-failure | google | chat: sends profile | audio, speech: no-credential');
const audio = parsed('same-failure | google | chat: sends profile | audio: no-credential');
const speech = parsed('same-failure | google | chat: sends profile | speech: no-credential');

describe('a fingerprint of several paths', () => {
  it('is one of each path, with what they are compared with', () => {
    expect(partsOf(both)).toEqual([audio, speech]);
    expect(partsOf(parsed('well-formed | openai | chat, image: masked text')).map(String)).toEqual([
      'well-formed | openai | chat: masked text',
      'well-formed | openai | image: masked text',
    ]);
  });

  it('keeps a behaviour that has a colon in it', () => {
    const text = 'documented-precedence | google | chat: entry, documented: profile: order (explicit order)';
    expect(parsed(text).behaviour).toBe('entry, documented: profile: order (explicit order)');
    expect(partsOf(parsed(text)).map(String)).toEqual([text]);
  });

  it('is covered by others that have each path of it with the same behaviour, and by no less', () => {
    expect(isCovered(audio, [both])).toBe(true);
    expect(isCovered(both, [audio, speech])).toBe(true);
    expect(isCovered(both, [audio])).toBe(false);
    expect(isCovered(audio, [Fingerprint.of({ ...audio, behaviour: 'other' })])).toBe(false);
    const reference = { path: 'chat', behaviour: 'sends entry' } as const;
    expect(isCovered(audio, [Fingerprint.of({ ...audio, reference })])).toBe(false);
  });

  it('is told on the fewest paths by the first of them, beside what it is compared with', () => {
    expect(onFewestPaths({ paths: ['chat', 'video', 'speech'], fingerprint: both })).toEqual({
      paths: ['chat', 'video'],
      fingerprint: audio,
    });
    const fingerprint = parsed('well-formed | openai | chat, image: masked text');
    expect(onFewestPaths({ paths: ['probe', 'image'], fingerprint })).toEqual({
      paths: ['probe'],
      fingerprint: parsed('well-formed | openai | chat: masked text'),
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

describe('the text of a fingerprint', () => {
  it('is what a baseline accepts, byte for byte', () => {
    const texts = baseline.causes.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint));
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.map((text) => String(fingerprintSchema.parse(text)))).toEqual(texts);
  });

  it.each([
    '',
    'same-failure | google',
    'no-such-law | google | chat: answer',
    'same-failure | google | chat',
    'same-failure | google | chat: ',
    'same-failure | google | telepathy: answer',
    'same-failure | google | chat, image: answer | audio: rejected',
    'same-failure | google | chat: answer | image: answer | audio: rejected',
  ])('that is %j is refused with the grammar, and is not quoted', (text) => {
    expect(Fingerprint.parse(text)).toBeNull();
    const message = fingerprintSchema.safeParse(text).error?.issues[0]?.message ?? '';
    expect(message).toContain('law | family | path: behaviour');
    // A file of somebody else's may hold a secret where the text belongs.
    if (text !== '') expect(message).not.toContain(text);
  });

  it('is of one object, so that a set holds a fingerprint once', () => {
    expect(parsed(String(both))).toBe(both);
    expect(JSON.parse(JSON.stringify({ both }))).toEqual({ both: String(both) });
  });
});
