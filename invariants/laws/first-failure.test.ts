/** Cooldowns that are too long, planted in a stand-in's observations. */
import { describe, expect, it } from 'vitest';
import type { AuthProfile } from '../../generators/axes/auth-profile.ts';
import { PLAIN_PROFILE } from '../../generators/plain-case.ts';
import { observation } from '../../test-support/conforming.ts';
import { broken, caseOf, keyOf, refusing, take, taken } from '../../test-support/over-steps.ts';

const probe = { do: 'take', path: 'probe' } as const;
const setup = (cooldown: AuthProfile['cooldown']) => ({ profiles: [{ ...PLAIN_PROFILE, cooldown }] });
const over = caseOf([{ do: 'provider', turn: 'limits' }, take, probe], setup('over'));
const minutes = (many: number, profileId = 'google:a') =>
  observation('probe', {
    step: 2,
    unusable: [{ profileId, kind: 'cooldown', remainingMs: many * 60_000 }],
  });

describe('the law that a cooldown that is over counts no more', () => {
  const limited = refusing(1, keyOf(over), 429);

  it('is broken by a second cooldown that is longer than a first one', () => {
    expect(broken(over, limited, minutes(59))).toEqual([
      'first-failure | google | chat: a longer cooldown after one that is over',
    ]);
    expect(broken(over, limited, minutes(1))).toEqual([]);
  });

  it('says nothing of another profile, of one that failed twice, and of one that had no cooldown', () => {
    expect(broken(over, limited, minutes(59, 'google:b'))).toEqual([]);
    const never = caseOf(over.steps ?? [], setup('none'));
    expect(broken(never, refusing(1, keyOf(never), 429), minutes(59))).toEqual([]);
    const twice = caseOf([{ do: 'provider', turn: 'limits' }, take, take, probe], setup('over'));
    const again = [refusing(1, keyOf(twice), 429), refusing(2, keyOf(twice), 429)];
    expect(broken(twice, ...again, { ...minutes(59), step: 3 })).toEqual([]);
    expect(broken(over, taken(1, keyOf(over)), minutes(59))).toEqual([]);
  });
});
