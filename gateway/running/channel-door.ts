/** The channel of a running gateway: a user's messages, and what the bot answers. */
import { setTimeout as wait } from 'node:timers/promises';
import type { TelegramBot } from '../../mocks/channels/telegram.ts';
import type { ChannelAsked } from '../../paths/parts/drive.ts';
import type { DoorEnd } from './door-end.ts';

/** A gateway listens before its channel is up. */
const UP_MS = 120_000;
const POLL_MS = 50;
/** A message may be sent before it is whole, and edited. */
const QUIET_MS = 800;

/**
 * Sends the messages of the path, each when the one before is answered.
 *
 * @throws an AbortError once `closing` is aborted: the bot of a gateway that was ended says nothing
 */
export async function askThroughChannel(
  bot: TelegramBot,
  { messages, answerIn = (text) => text }: ChannelAsked,
  timeoutMs: number,
  closing: AbortSignal,
): Promise<DoorEnd> {
  const until = untilClosed(closing);
  if (!(await until(() => bot.isPolling(), UP_MS))) return { kind: 'not-up' };
  for (const message of messages) {
    const before = bot.texts().length;
    bot.send(message);
    const isAnswered = () => bot.texts().length > before && bot.quietFor() > QUIET_MS;
    if (!(await until(isAnswered, timeoutMs))) return { kind: 'timed-out' };
  }
  return { kind: 'reply', status: 200, text: answerIn(bot.texts().at(-1) ?? '') };
}

const untilClosed =
  (signal: AbortSignal) =>
  async (isSo: () => boolean, milliseconds: number): Promise<boolean> => {
    const deadline = Date.now() + milliseconds;
    while (!isSo()) {
      if (Date.now() > deadline) return false;
      await wait(POLL_MS, undefined, { signal });
    }
    return true;
  };
