import { picture } from './parts/pictures.ts';
import { photo, TELEGRAM, telegramDrive } from './parts/telegram.ts';
import type { Path } from './path.ts';

const PICTURE = picture(80);

/** A photo that a person sends to a bot whose model sees (openclaw@2026.9.6:docs/channels/telegram/media.md). */
export const telegramPhoto: Path<'telegram-photo'> = {
  ...TELEGRAM,
  name: 'telegram-photo',
  drive: telegramDrive('in Telegram, send the bot a photo', {
    text: 'Look at the photo, and reply with OK.',
    files: photo(PICTURE),
  }),
  servedBy: { medium: 'image' },
  inbound: { isIn: PICTURE.isIn, readBy: 'turn' },
};
