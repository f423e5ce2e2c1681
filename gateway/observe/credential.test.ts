import { describe, expect, it } from 'vitest';
import { caseSchema } from '../../generators/case.ts';
import { canariesOf } from '../../generators/secrets/canaries.ts';
import { describeOrigin } from '../../observation/credential-text.ts';
import { observeCredential, textKindOf } from './credential.ts';
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
    const observed = observe(profile.text);
    expect(observed).toEqual({
      kind: 'secret',
      scheme: 'bearer',
      place: {
        holder: 'profile',
        provider: 'google',
        profile: { name: 'a', type: 'api_key' },
        source: 'exec',
      },
      validity: 'live',
      damage: null,
    });
    expect(describeOrigin(observed)).toBe('profile google:a (api_key) → exec');
  });

  it('is malformed with whitespace or other text around it', () => {
    expect(observe(` ${profile.text}\n`)).toMatchObject({ damage: 'whitespace' });
    expect(observe(`Bearer ${profile.text}`)).toMatchObject({ damage: 'other text' });
  });

  it('is masked text when it holds the ends of a key that was written down masked', () => {
    const masked = structuredClone(value);
    masked.provider.profiles[0]!.secret.shape = 'masked';
    const written = canariesOf(masked, 'this run').find(({ place }) => place.holder === 'profile')!;
    const text = written.written.replace('…', '&');
    expect(observeCredential({ scheme: 'bearer', text }, [written], new Set())).toMatchObject({
      damage: 'mask',
    });
  });

  it('is told from one of an earlier run', () => {
    const old = canariesOf(value, 'an earlier run')[0]!.text;
    expect(observe(old, [old])).toMatchObject({ text: 'earlier run' });
    expect(observe(old)).toMatchObject({ text: 'unknown' });
  });

  it.each([
    ['', 'empty'],
    ['  ', 'blank'],
    ['undefined', 'undefined'],
    ['sk-••••', 'masked'],
    [`\${GEMINI_API_KEY}`, 'template'],
    ['secretref-managed', 'marker'],
    ['__aws_sdk_auth__', 'marker'],
    ['GEMINI_API_KEY', 'variable name'],
    ['google:a', 'profile id'],
    ['AIzaSyRealLookingKey', 'unknown'],
  ])('that is %j is of the kind %s', (text, kind) => {
    expect(textKindOf(text)).toBe(kind);
  });
});

describe('redaction', () => {
  it('puts places for secrets and ~ for the home, so that nothing we keep holds one', () => {
    expect(redact(`/ram/home/x failed with ${profile.text}`, canaries, { '/ram/home': '~' })).toBe(
      '~/x failed with ‹profile google:a (api_key) → exec›',
    );
  });
});
