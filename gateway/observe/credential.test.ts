import { describe, expect, it } from 'vitest';
import { caseSchema } from '../../generators/case.ts';
import { canariesOf } from '../../generators/secrets/canaries.ts';
import { malformation, observeCredential } from './credential.ts';
import { redact } from './redact.ts';

const value = caseSchema.parse({
  schemaVersion: 1,
  provider: {
    id: 'google',
    environment: 'stale',
    profiles: [{ name: 'a', type: 'api_key', secret: { source: 'exec', holds: 'live' } }],
    order: null,
    entry: null,
  },
  media: 'same',
  otherProvider: null,
});
const canaries = canariesOf(value, 'this run');
const profile = canaries.find(({ place }) => place.holder === 'profile')!;
const observe = (text: string, earlier: string[] = []) =>
  observeCredential({ scheme: 'bearer', text }, canaries, new Set(earlier));

describe('a credential on the wire', () => {
  it('is traced to the place that held it', () => {
    expect(observe(profile.text)).toEqual({
      scheme: 'bearer',
      place: 'profile google:a (api_key) → exec',
      pattern: 'profile(exec)',
      validity: 'live',
      provider: 'google',
      malformed: null,
    });
  });

  it('is malformed with whitespace or other text around it', () => {
    expect(observe(` ${profile.text}\n`).malformed).toBe('whitespace around a key');
    expect(observe(`Bearer ${profile.text}`).malformed).toBe('a key inside other text');
  });

  it('is masked text when it holds the ends of a key that was written down masked', () => {
    const masked = structuredClone(value);
    masked.provider.profiles[0]!.secret.shape = 'masked';
    const written = canariesOf(masked, 'this run').find(({ place }) => place.holder === 'profile')!;
    const text = written.written.replace('…', '&');
    expect(observeCredential({ scheme: 'bearer', text }, [written], new Set()).malformed).toBe('masked text');
  });

  it('is told from one of an earlier run', () => {
    const old = canariesOf(value, 'an earlier run')[0]!.text;
    expect(observe(old, [old]).pattern).toBe('a secret of an earlier run');
    expect(observe(old).pattern).toBe('unknown text');
  });

  it.each([
    ['', 'empty text'],
    ['  ', 'blank text'],
    ['undefined', 'the word undefined'],
    ['sk-••••', 'masked text'],
    [`\${GEMINI_API_KEY}`, 'a template'],
    ['secretref-managed', 'a marker'],
    ['__aws_sdk_auth__', 'a marker'],
    ['GEMINI_API_KEY', 'a variable name'],
    ['google:a', 'a profile id'],
    ['AIzaSyRealLookingKey', null],
  ])('that is %j is %s', (text, reason) => {
    expect(malformation(text)).toBe(reason);
  });
});

describe('redaction', () => {
  it('puts places for secrets and ~ for the home, so that nothing we keep holds one', () => {
    expect(redact(`/ram/home/x failed with ${profile.text}`, canaries, { '/ram/home': '~' })).toBe(
      '~/x failed with ‹profile google:a (api_key) → exec›',
    );
  });
});
