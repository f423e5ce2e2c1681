import { describe, expect, it } from 'vitest';
import type { Place } from './place.ts';
import { secretText } from './secret-text.ts';

const entry: Place = { holder: 'entry', provider: 'openai', source: 'inline' };

describe('the text of a secret', () => {
  it('begins as real keys of the provider do', () => {
    expect(secretText(entry, 'abc')).toBe('sk-proj-abc');
    expect(secretText({ ...entry, provider: 'openrouter' }, 'abc')).toBe('sk-or-v1-abc');
  });

  it('is a web token that names an account where a subscription is meant', () => {
    const profile = { name: 'a', type: 'oauth' } as const;
    const held: Place = { holder: 'profile', provider: 'openai-codex', profile, source: 'inline' };
    const token = secretText(held, 'abc');
    const [, claims = '', signature] = token.split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      'https://api.openai.com/auth': { chatgpt_account_id: 'account-abc' },
    });
    expect(signature).toBe('abc');
  });
});
