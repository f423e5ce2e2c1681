import { PROMPT } from './parts/agent-turn.ts';
import { TELEGRAM, telegramDrive } from './parts/telegram.ts';
import type { Path } from './path.ts';

/** A text that a person writes to a bot. */
export const telegramText: Path<'telegram-text'> = {
  ...TELEGRAM,
  name: 'telegram-text',
  drive: telegramDrive('in Telegram, write to the bot', { text: PROMPT }),
};
