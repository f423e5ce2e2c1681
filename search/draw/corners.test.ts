import { describe, expect, it } from 'vitest';
import { PLAIN_ENTRY, plainCase } from '../../generators/plain-case.ts';
import { cornersOf, familyCornersOf } from './corners.ts';

const key = { source: 'file', holds: 'live', shape: 'plain' } as const;
const entry = { ...PLAIN_ENTRY, apiKey: key };
const variable = { name: 'HF_TOKEN', layer: 'process', holds: 'live', shape: 'plain' } as const;

describe('the corners of a case', () => {
  it('are those of its only credential, with the settings that it goes with', () => {
    expect([...cornersOf(plainCase({ id: 'google', entry: { ...entry, authHeader: true } }))]).toContain(
      'apiKey file, authHeader',
    );
    expect([...cornersOf(plainCase({ id: 'google', entry, olderModelsFile: true }))]).toContain(
      'apiKey beside an older one',
    );
  });

  it('are none where it has several that work, and one where one of two does', () => {
    const both = (holds: 'live' | 'nothing') =>
      cornersOf(
        plainCase({
          id: 'huggingface',
          environment: [variable],
          entry: { ...entry, apiKey: { ...key, holds } },
        }),
      );
    expect(both('live').size).toBe(0);
    expect([...both('nothing')]).toEqual(['variable beside a broken apiKey']);
  });

  it('say what lies beside it', () => {
    const beside = { foreignConfig: true, otherPlugin: 'codex' } as const;
    expect([...cornersOf(plainCase({ id: 'google', entry }, beside))]).toEqual(
      expect.arrayContaining([
        'address default',
        'a configuration that the working directory names',
        'the plugin codex',
      ]),
    );
  });

  it('name a broken program where a path of the provider may choose it', () => {
    const program = { brokenProgram: 'whisper', mediaSelection: 'automatic' } as const;
    const has = (id: 'google' | 'anthropic') =>
      cornersOf(plainCase({ id, entry }, program)).has('a broken whisper');
    expect([has('google'), has('anthropic')]).toEqual([true, false]);
  });

  it('tell providers with a live catalog from others of their family', () => {
    expect([...familyCornersOf(plainCase({ id: 'huggingface', environment: [variable] }))]).toContain(
      'compatible, with a live catalog variable process',
    );
  });
});
