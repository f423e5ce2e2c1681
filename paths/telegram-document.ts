import { TELEGRAM, telegramDrive } from './parts/telegram.ts';
import type { Path } from './path.ts';

const MINUTES = 'The hedge along the northern path is to be cut.';

/**
 * A text file that a person sends to a bot: the turn has its text.
 *
 * @source openclaw@2026.9.6:docs/nodes/media-understanding.md (files)
 */
export const telegramDocument: Path<'telegram-document'> = {
  ...TELEGRAM,
  name: 'telegram-document',
  drive: telegramDrive('in Telegram, send the bot a text file', {
    text: 'Read the minutes, and reply with OK.',
    files: [
      { kind: 'document', name: 'minutes.txt', mimeType: 'text/plain', content: Buffer.from(`${MINUTES}\n`) },
    ],
  }),
  inbound: { isIn: (body) => body.includes(MINUTES), readBy: 'turn' },
};
