import { expect, it } from 'vitest';
import type { Place } from '../../generators/secrets/place.ts';
import { judged, observation } from '../../test-support/conforming.ts';
import { noDisclosure } from './no-disclosure.ts';

const MODELS = '.openclaw/agents/main/agent/models.json';
const entry = (source: 'template' | 'short-template' | 'env'): Place => ({
  holder: 'entry',
  provider: 'google',
  source,
});
const isBroken = (version: string, place: Place, where = MODELS) =>
  noDisclosure.check(judged([observation('chat', { disclosures: [{ where, place }] })], { version })).length >
  0;

it('no-disclosure takes a template for text that is filled in before documents call it a reference, in models.json alone', () => {
  for (const version of ['2026.4.24', '2026.3.13']) {
    expect(isBroken(version, entry('template'))).toBe(false);
    expect(isBroken(version, entry('template'), 'stderr')).toBe(true);
    expect(isBroken(version, entry('env'))).toBe(true);
  }
  for (const version of ['2026.5.22', '2026.9.6']) expect(isBroken(version, entry('template'))).toBe(true);
});
