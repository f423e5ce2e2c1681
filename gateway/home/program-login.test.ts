import { describe, expect, it } from 'vitest';
import type { AuthProfile } from '../../generators/axes/auth-profile.ts';
import { PROGRAM_FILE } from '../../generators/axes/program-login.ts';
import { PLAIN_PROFILE, PLAIN_SUBSCRIPTION, plainCase } from '../../generators/plain-case.ts';
import { canariesOf } from '../../generators/secrets/canaries.ts';
import { declares } from './declared-places.ts';
import { programLoginFile } from './program-login.ts';

const STORE = '.openclaw/agents/main/agent/auth-profiles.json';
const of = (...profiles: AuthProfile[]) =>
  canariesOf(plainCase({ id: 'openai-codex', profiles }, { programLogin: true }), 'run');

describe("another program's login", () => {
  it('is in its own file, with an account that its token names', () => {
    const canaries = of();
    const text = programLoginFile(canaries, new Date(0)) ?? '';
    const { tokens } = JSON.parse(text) as { tokens: Record<string, string> };
    expect(tokens.access_token).toBe(canaries.find(({ place }) => place.holder === 'program login')?.text);
    expect(tokens.account_id).toMatch(/^account-/);
    expect(programLoginFile([], new Date(0))).toBeNull();
  });

  it('may fill an empty store, and none that has a profile', () => {
    for (const [profiles, seeds] of [
      [[], true],
      [[PLAIN_SUBSCRIPTION], false],
    ] as const) {
      const [place] = of(...profiles).flatMap((each) =>
        each.place.holder === 'program login' ? [each.place] : [],
      );
      expect(declares(PROGRAM_FILE, place!)).toBe(true);
      expect(declares(STORE, place!)).toBe(seeds);
    }
  });

  it('is none of a case that has other credentials, or no such provider', () => {
    const programs = (value: ReturnType<typeof plainCase>) =>
      canariesOf(value, 'run').filter(({ place }) => place.holder === 'program login').length;
    const keyed = plainCase({ id: 'openai', profiles: [PLAIN_PROFILE] }, { programLogin: true });
    expect(programs(keyed)).toBe(0);
    expect(programs(plainCase({ id: 'google' }, { programLogin: true }))).toBe(0);
    const both = { otherProvider: plainCase({ id: 'openai-codex' }).provider, programLogin: true };
    expect(programs(plainCase({ id: 'google' }, both))).toBe(1);
  });
});
