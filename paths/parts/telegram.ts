/** Messages to a bot in Telegram, which a gateway answers (openclaw@2026.9.6:docs/channels/telegram.md). */
import type { SentFile, UserMessage } from '../../mocks/channels/telegram.ts';
import type { Build } from './build.ts';
import type { ChannelAsked, Drive } from './drive.ts';
import { GATEWAY_TURN } from './gateway-only.ts';
import type { Picture } from './pictures.ts';

/** The fields that these paths have in common. */
export const TELEGRAM = {
  ...GATEWAY_TURN,
  needs: { channel: 'telegram', plugins: ['telegram'] },
  missingIn: ({ version, traits }: Build) =>
    traits.hasChannels ? null : `channels of openclaw ${version} are not driven`,
} as const;

/** @param byHand what a person does */
export function telegramDrive(byHand: string, ...messages: readonly UserMessage[]): Drive {
  return telegramAsked(byHand, { messages });
}

/** Messages after others that are no part of the path, or an answer below a title. */
export function telegramAsked(byHand: string, asked: Omit<ChannelAsked, 'by'>): Drive {
  // The bot is bound to the default agent.
  return { command: () => [], asksAgent: () => false, byHand, door: () => ({ by: 'channel', ...asked }) };
}

export function photo({ content }: Picture): readonly SentFile[] {
  return [{ kind: 'photo', name: 'photo.png', mimeType: 'image/png', content }];
}
