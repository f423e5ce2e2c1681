import { describe, expect, it } from 'vitest';
import type { Place } from './place.ts';
import { secretText } from './secret-text.ts';

const nowhere: Place = {
  provider: 'openai',
  holder: 'entry',
  profile: null,
  variable: null,
  aws: null,
  source: 'inline',
};

describe('the text of a secret', () => {
  it('begins as real keys of the provider do', () => {
    expect(secretText(nowhere, 'abc')).toBe('sk-proj-abc');
    expect(secretText({ ...nowhere, provider: 'openrouter' }, 'abc')).toBe('sk-or-v1-abc');
  });

  it('is a web token that names an account where a subscription is meant', () => {
    const token = secretText({ ...nowhere, provider: 'openai-codex', holder: 'profile' }, 'abc');
    const [, claims = '', signature] = token.split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
      'https://api.openai.com/auth': { chatgpt_account_id: 'account-abc' },
    });
    expect(signature).toBe('abc');
  });
});
