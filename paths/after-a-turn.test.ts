/** Paths that go on with a conversation in a channel. */
import { describe, expect, it } from 'vitest';
import { request } from '../test-support/conforming.ts';
import { compactCommand } from './compact-command.ts';
import type { ChannelAsked } from './parts/drive.ts';
import { sideQuestion } from './side-question.ts';

describe('a question beside a conversation in a channel', () => {
  const door = sideQuestion.drive.door?.({ provider: 'google', model: null, agent: 'main' }) as ChannelAsked;

  it('comes after a turn that is no part of it', () => {
    expect(door.before?.map(({ text }) => text)).toEqual(['Reply with OK.']);
    expect(door.messages.map(({ text }) => text)).toEqual(['/btw Reply with OK.']);
  });

  it('has its answer below a title, and a failure as it is', () => {
    expect(door.answerIn?.('BTW\nQuestion: Reply with OK.\n\nOK')).toBe('OK');
    expect(door.answerIn?.('⚠️ /btw failed: no key')).toBe('⚠️ /btw failed: no key');
  });
});

it('a conversation that a person has summarized ends as its request for the summary does', () => {
  const end = { stdout: 'Compacted', stderr: '', exitCode: 0, thrown: null };
  const asked = (status: number) => [{ ...request(), status }];
  expect(compactCommand.readEnd(end, asked(200))).toEqual({ kind: 'answer' });
  expect(compactCommand.readEnd(end, asked(401)).kind).toBe('failure');
});
