import { describe, expect, it } from 'vitest';
import { chat } from '../../paths/chat.ts';
import { outcomeOfDoor, unlessKilled } from './door-outcome.ts';
import type { GatewayStart } from './gateway-process.ts';

const REFUSED = { kind: 'reply', status: 500, text: '{"error":{"message":"internal error"}}' } as const;
const classOf = (log: string) => outcomeOfDoor(chat, REFUSED, log, []);

describe('a turn that a gateway refuses by itself', () => {
  it('fails for the reason in its log', () => {
    const log = 'one\n[openai-compat] chat completion failed: No API key found for provider "google".\n';
    expect(classOf(log)).toMatchObject({ class: 'no-credential' });
  });

  it('fails for what the lines before say, where the last one gives no reason', () => {
    const log =
      '[responses] error Provider "xai" requires an explicit base URL before using an API.\n[openai-compat] chat completion failed: Error: agent run failed\n';
    expect(classOf(log)).toMatchObject({ class: 'refused-address' });
    expect(classOf('chat completion failed: Error: agent run failed')).toMatchObject({ class: 'other' });
  });

  it('does not fail for what the gateway asked by itself', () => {
    const pricing =
      '[model-pricing] OpenRouter pricing fetch failed: Error: OpenRouter /models failed: HTTP 401';
    expect(classOf(pricing)).toMatchObject({ class: 'other' });
  });
});

it('a channel that never starts is unsupported, and no failure', () => {
  const outcome = outcomeOfDoor(chat, { kind: 'not-up' }, 'telegram failed during register', []);
  expect(outcome).toMatchObject({ kind: 'unsupported', reason: expect.stringContaining('register') });
});

describe('an answer through another door than HTTP', () => {
  it('is the text OK, as it is prompted to', () => {
    const reply = (text: string) => outcomeOfDoor(chat, { kind: 'reply', status: 200, text }, '', []);
    expect(reply('OK\n')).toEqual({ kind: 'answer' });
    expect(reply('Something went wrong')).toMatchObject({ kind: 'failure', class: 'other' });
  });

  it('fails for the reason in the log where a person is told that something went wrong', () => {
    const reply = { kind: 'reply', status: 200, text: '⚠️ Something went wrong, please try again.' } as const;
    const log =
      '[telegram] lane task error: No API key found for provider "google".\n[telegram] sent 1 message\n';
    expect(outcomeOfDoor(chat, reply, log, [])).toMatchObject({ class: 'no-credential' });
  });
});

it.each([
  [{ kind: 'answer' }, true, { kind: 'answer' }],
  [{ kind: 'failure', class: 'other', message: '' }, true, { class: 'interrupted' }],
  [{ kind: 'unsupported', reason: 'the channel did not start' }, true, { class: 'interrupted' }],
  [{ kind: 'failure', class: 'other', message: '' }, false, { class: 'other' }],
] as const)(
  'a path without an answer is interrupted where its gateway was: %j, %s',
  async (outcome, killed, wanted) => {
    const gateway = { wasInterrupted: async () => killed };
    const start = { kind: 'running', gateway } as unknown as GatewayStart;
    expect(await unlessKilled(start, outcome)).toMatchObject(wanted);
  },
);
