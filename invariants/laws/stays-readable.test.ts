import { describe, expect, it } from 'vitest';
import { failed, judged, observation } from '../../test-support/conforming.ts';
import { isAbout } from '../law.ts';
import { staysReadable } from './stays-readable.ts';

const given = observation('telegram-photo', { lane: 'gateway' });
const later = (path: 'telegram-photo-again' | 'telegram-album', isRead: boolean) =>
  observation(path, { lane: 'gateway', ...(isRead ? {} : { outcome: failed('unread-attachment') }) });
const fingerprints = (...observations: Parameters<typeof judged>[0]) =>
  staysReadable.check(judged(observations)).map(({ fingerprint }) => String(fingerprint));

describe('a photo after one that a model was given', () => {
  it('is given as well', () => {
    expect(fingerprints(given, later('telegram-photo-again', true))).toEqual([]);
  });

  it('breaks the law where the turn is answered without it (#70277)', () => {
    expect(fingerprints(given, later('telegram-photo-again', false), later('telegram-album', true))).toEqual([
      'stays-readable | google | telegram-photo: answer | telegram-photo-again: unread-attachment',
    ]);
  });

  it('may be left out of two at once where a model is named for pictures: it looks at the first', () => {
    const atOnce = later('telegram-album', false);
    expect(fingerprints(given, atOnce)).toEqual([]);
    const value = { ...judged([]).value, mediaSelection: 'image-model' } as const;
    expect(staysReadable.check(judged([given, atOnce], { value }))).toHaveLength(1);
  });

  it('breaks the law where it is given but for tools that read the workspace alone (#67723)', () => {
    const value = { ...judged([]).value, fileScope: 'workspace' } as const;
    const unread = later('telegram-photo-again', false);
    const broken = (variant: Parameters<typeof judged>[0]) =>
      staysReadable.check(judged([unread], { value, variants: { 'stays-readable': variant } }));
    expect(
      broken([later('telegram-photo-again', true)]).map(({ fingerprint }) => String(fingerprint)),
    ).toEqual([
      'stays-readable | google | telegram-photo-again: unread-attachment where tools read the workspace alone',
    ]);
    expect(broken([unread])).toEqual([]);
  });

  it('says nothing where the first was not given, or the turn failed for another reason', () => {
    const unread = observation('telegram-photo', { outcome: failed('unread-attachment') });
    expect(fingerprints(unread, later('telegram-photo-again', false))).toEqual([]);
    const refused = observation('telegram-photo-again', { outcome: failed('rejected') });
    expect(fingerprints(given, refused)).toEqual([]);
    expect(isAbout(staysReadable, judged([given, refused]))).toBe(false);
  });
});
