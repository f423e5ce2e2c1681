import { picture } from './parts/pictures.ts';
import { photo, TELEGRAM, telegramDrive } from './parts/telegram.ts';
import type { Path } from './path.ts';

const [FIRST, SECOND] = [picture(200), picture(240)];

/** Two photos that a person sends to a bot at once: the second is looked at. */
export const telegramAlbum: Path<'telegram-album'> = {
  ...TELEGRAM,
  name: 'telegram-album',
  drive: telegramDrive('in Telegram, send the bot two photos at once', {
    text: 'Look at the photos, and reply with OK.',
    files: [...photo(FIRST), ...photo(SECOND)],
  }),
  servedBy: { medium: 'image' },
  inbound: { isIn: SECOND.isIn, readBy: 'turn' },
};
