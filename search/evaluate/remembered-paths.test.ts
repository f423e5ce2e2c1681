import { describe, expect, it } from 'vitest';
import { emptyObservation, type Observation } from '../../observation/observation.ts';
import type { KeptObservations } from './kept-observations.ts';
import { rememberedPaths } from './remembered-paths.ts';

const ended = (outcome: Observation['outcome']): Observation => ({
  ...emptyObservation('chat', 'embedded', { provider: 'google', id: 'gemini' }),
  outcome,
});
const failure = (of: 'crashed' | 'timed-out' | 'rejected') =>
  ended({ kind: 'failure', class: of, message: 'it ended' });

function keptInMemory(): KeptObservations {
  const kept = new Map<string, Observation>();
  return { get: (run) => kept.get(run), add: (run, observation) => void kept.set(run, observation) };
}

/** The observation of a resumed search, whose first sitting saw a path end like this. */
async function afterResume(first: Observation): Promise<Observation> {
  const kept = keptInMemory();
  await rememberedPaths(kept)('chat of a case', async () => first);
  return rememberedPaths(kept)('chat of a case', async () => ended({ kind: 'answer' }));
}

describe('a search that is resumed', () => {
  it.each(['crashed', 'timed-out'] as const)(
    'runs a path anew that %s: it may have been killed',
    async (of) => {
      expect((await afterResume(failure(of))).outcome.kind).toBe('answer');
    },
  );

  it('takes any other end as it was', async () => {
    expect((await afterResume(failure('rejected'))).outcome).toMatchObject({ class: 'rejected' });
  });
});
