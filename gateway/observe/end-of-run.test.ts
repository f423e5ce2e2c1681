import { describe, expect, it } from 'vitest';
import { environmentKey, request } from '../../test-support/conforming.ts';
import { outcomeOfAsking } from './end-of-run.ts';

describe('a path that must have asked a provider', () => {
  const asked = (status: number) => ({ ...request(environmentKey), status });
  const answer = { kind: 'answer' } as const;

  it('is answered where a provider answered it', () => {
    expect(outcomeOfAsking(answer, [asked(200)])).toEqual(answer);
  });

  it('found none where it asked nobody, and was refused where it went on without its vectors', () => {
    expect(outcomeOfAsking(answer, [])).toMatchObject({ kind: 'failure', class: 'no-credential' });
    expect(outcomeOfAsking(answer, [asked(401)])).toMatchObject({ kind: 'failure', class: 'rejected' });
  });
});
