import { describe, expect, it } from 'vitest';
import { DEFAULT_TARGET } from '../../gateway/versions/default-target.ts';
import { plainCase } from '../../generators/plain-case.ts';
import type { Observation } from '../../observation/observation.ts';
import { failed, observation } from '../../test-support/conforming.ts';
import { unansweredTurn } from './unanswered-turn.ts';

describe('a part of a turn', () => {
  const of = (path: Observation['path'], chat: Observation | undefined) =>
    unansweredTurn(plainCase({ id: 'google' }), path, DEFAULT_TARGET, 'embedded', chat)?.outcome ?? 'is run';
  const refused = observation('chat', { outcome: failed('rejected') });

  it('is neither right nor wrong where chat has failed, and is not run', () => {
    expect(of('compaction', refused)).toMatchObject({ class: 'no-turn' });
    expect(of('pdf-tool', refused)).toMatchObject({ class: 'no-turn' });
    expect(of('image-tool', refused)).toMatchObject({ kind: 'unsupported' });
  });

  it('is run where chat was answered, or was not run', () => {
    expect(of('compaction', observation('chat'))).toBe('is run');
    expect(of('compaction', undefined)).toBe('is run');
  });

  it('is no other path', () => {
    expect(of('completion', refused)).toBe('is run');
    expect(of('speech', refused)).toBe('is run');
  });
});
