import { describe, expect, it } from 'vitest';
import { PLAIN_ENTRY, plainCase } from '../../generators/plain-case.ts';
import { foreignNamesOf } from '../../generators/secrets/foreign-names.ts';
import { observeCredential } from './credential.ts';

const entryOf = (source: 'foreign-name' | 'env', holds: 'live' | 'nothing') =>
  plainCase({ id: 'google', entry: { ...PLAIN_ENTRY, apiKey: { source, holds, shape: 'plain' } } });
const sent = (text: string, value: ReturnType<typeof entryOf>) =>
  observeCredential({ scheme: 'bearer', text }, [], new Set(), foreignNamesOf(value));

describe('a name that the user wrote where a key belongs', () => {
  it.each(['live', 'nothing'] as const)('is known when its variable holds %s', (holds) => {
    const value = entryOf('foreign-name', holds);
    expect([...foreignNamesOf(value)]).toEqual([['CASE_GOOGLE_ENTRY', 'google']]);
    expect(sent('CASE_GOOGLE_ENTRY', value)).toEqual({ kind: 'name', scheme: 'bearer', provider: 'google' });
  });

  it('is no name that only a reference has: sent, that is malformed', () => {
    expect(sent('CASE_GOOGLE_ENTRY', entryOf('env', 'nothing'))).toMatchObject({ text: 'variable name' });
  });
});
