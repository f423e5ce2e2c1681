import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_PROVIDERS } from '../generators/providers/catalog.ts';
import { reasonOf } from './reason.ts';

const of = (message: string) => reasonOf({ message });

describe('the reason of a failure', () => {
  // Messages of OpenClaw 2026.9.6.
  it.each([
    [
      'No API key found for provider "google". Auth store: ~/.openclaw/a.sqlite',
      'No API key found for provider <name>',
    ],
    [
      'Explicit auth order for google has no usable profiles.',
      'Explicit auth order for <provider> has no usable profiles',
    ],
    [
      'Auth profile "google:a" is temporarily unavailable for google/gemini-2.5-flash.',
      'Auth profile <name> is temporarily unavailable for <model>',
    ],
    [
      'OpenAI embeddings failed (401): Incorrect API key provided: ‹env OPENAI_API_KEY›.',
      '<provider> embeddings failed (<number>): Incorrect API key provided: <secret>',
    ],
    [
      'Google Generative AI baseUrl must use https://generativelanguage.googleapis.com',
      '<provider> Generative AI baseUrl must use <address>',
    ],
    ['"status": "error", / "error": "No PDF model configured."', 'No PDF model configured'],
    [
      '[openclaw] The CLI command failed. / [openclaw] Reason: agent: failed to resolve secrets',
      'agent: failed to resolve secrets',
    ],
  ])('of %j is %j', (message, reason) => {
    expect(of(message)).toBe(reason);
  });

  it('is the same whether a lane tells the class of the error or not', () => {
    const words = 'Environment variable "CASE_GOOGLE_A" is missing or empty.';
    const lanes = [
      words,
      `SecretRefResolutionError: ${words}`,
      `Error: SecretRefResolutionError: ${words} / at f (a.js:1)`,
    ];
    expect(new Set(lanes.map(of))).toEqual(new Set(['Environment variable <name> is missing or empty']));
  });

  it('is the same for every provider, profile, status and path', () => {
    const setup = fc.record({
      provider: fc.constantFrom(...ALL_PROVIDERS.map(({ id }) => id)),
      profile: fc.constantFrom('a', 'b', 'c'),
      status: fc.integer({ min: 100, max: 599 }),
      folder: fc.constantFrom('~/.openclaw/agents/main', '/tmp/x-1/home/.openclaw'),
    });
    const said = ({
      provider,
      profile,
      status,
      folder,
    }: {
      provider: string;
      profile: string;
      status: number;
      folder: string;
    }) =>
      of(
        `Error: ${provider} profile ${provider}:${profile} of ${provider}/some-model-4.1 failed with ${status} in ${folder}/auth.sqlite`,
      );
    fc.assert(
      fc.property(setup, (value) => {
        expect(said(value)).toBe('<provider> profile <profile> of <model> failed with <number> in <path>');
      }),
      { seed: 1 },
    );
  });

  it('tells two failures of one class apart', () => {
    expect(of('No API key found for provider "google".')).not.toBe(
      of('Explicit auth order for google has no usable profiles.'),
    );
  });
});
