/** Logins that are not renewed as usual for a while, with faults planted in what follows. */
import { describe, expect, it } from 'vitest';
import type { Case } from '../../generators/case.ts';
import { PLAIN_SUBSCRIPTION } from '../../generators/plain-case.ts';
import type { LoginTurn, Step } from '../../generators/steps/step.ts';
import type { Outcome } from '../../observation/outcome.ts';
import type { WireRequest } from '../../observation/request.ts';
import { failed, request, sentFrom } from '../../test-support/conforming.ts';
import { broken, caseOf, take, taken } from '../../test-support/over-steps.ts';

const profiles = [{ ...PLAIN_SUBSCRIPTION, expires: 'past' as const }];
const logins = (turn: LoginTurn): Step => ({ do: 'logins', turn });
const renewed = (...steps: Step[]) => caseOf([take, ...steps], { id: 'openai', profiles });
const refused = { ...request(), purpose: 'provider' as const, host: 'auth.openai.com', status: 400 };
const found = (value: Case, step: number, outcome: Outcome, requests: WireRequest[] = [], first = 0) => {
  const token = sentFrom(value, ({ holder }) => holder === 'refreshed token');
  return broken(value, taken(first, token), taken(step, token, { outcome, requests })).filter((each) =>
    each.startsWith('recovery'),
  );
};

describe('a login whose endpoint is back', () => {
  it.each(['fails', 'garbles'] as const)('is renewed again where it %s before', (turn) => {
    const value = renewed(logins(turn), take, logins('recovers'), take);
    expect(found(value, 4, failed('other'), [refused])).toHaveLength(1);
    expect(found(value, 4, { kind: 'answer' })).toEqual([]);
    // The renewal that failed may have put the profile aside, and while it fails nothing is owed.
    expect(found(value, 4, failed('no-credential'))).toEqual([]);
    expect(found(value, 2, failed('other'), [{ ...refused, status: 503 }])).toEqual([]);
  });

  it('is renewed as before by an answer without a refresh token, and after it', () => {
    const value = renewed(logins('keeps'), take, logins('recovers'), take);
    expect(found(value, 2, failed('other'))).toHaveLength(1);
    expect(found(value, 4, failed('other'), [refused])).toHaveLength(1);
    expect(found(value, 4, failed('no-credential'))).toEqual([]);
    for (const step of [2, 4]) expect(found(value, step, { kind: 'answer' }), `${step}`).toEqual([]);
  });

  it('is owed nothing beside trouble of another kind, or where it was never answered', () => {
    const value = renewed(logins('fails'), { do: 'provider', turn: 'revokes' }, logins('recovers'), take);
    expect(found(value, 4, failed('other'), [refused])).toEqual([]);
    const late = caseOf([logins('fails'), take, logins('recovers'), take], { id: 'openai', profiles });
    expect(found(late, 3, failed('other'), [refused], 1)).toEqual([]);
  });
});
