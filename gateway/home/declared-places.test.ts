import { describe, expect, it } from 'vitest';
import { PLAIN_SUBSCRIPTION } from '../../generators/plain-case.ts';
import type { CasePlace } from '../../generators/secrets/place.ts';
import { declares } from './declared-places.ts';

const entry = (source: 'inline' | 'exec'): CasePlace => ({
  holder: 'entry',
  provider: 'google',
  source,
});
const profile: CasePlace = {
  holder: 'profile',
  provider: 'google',
  profile: PLAIN_SUBSCRIPTION,
  source: 'inline',
};
const MODELS = '.openclaw/agents/main/agent/models.json';
const DATABASE = '.openclaw/agents/main/agent/openclaw-agent.sqlite-wal';
const CATALOG = '.openclaw/agents/main/agent/plugins/google/catalog.json';

describe('the files in which a secret of a case may stand', () => {
  it('are the configuration and the lists of models that a build makes of it, for a plain key of an entry', () => {
    for (const file of ['.openclaw/openclaw.json', '.openclaw/openclaw.json.bak', MODELS, CATALOG])
      expect(declares(file, entry('inline'))).toBe(true);
    for (const file of ['.openclaw/agents/main/sessions/one.jsonl', DATABASE])
      expect(declares(file, entry('inline'))).toBe(false);
    expect(
      declares(CATALOG, { holder: 'gateway token', provider: 'google', source: 'inline' } as CasePlace),
    ).toBe(false);
  });

  it('are the lists of models for a key that an older one held', () => {
    const older: CasePlace = { holder: 'models.json', provider: 'google' };
    for (const file of [MODELS, CATALOG]) expect(declares(file, older)).toBe(true);
    expect(declares(DATABASE, older)).toBe(false);
    expect(declares('.openclaw/openclaw.json', older)).toBe(false);
  });

  it('are no lists of models for a key behind a reference, nor for one of a profile', () => {
    for (const file of [MODELS, CATALOG]) {
      expect(declares(file, entry('exec'))).toBe(false);
      expect(declares(file, profile)).toBe(false);
    }
  });
});
