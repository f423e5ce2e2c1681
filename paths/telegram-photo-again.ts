import { picture } from './parts/pictures.ts';
import { photo, TELEGRAM, telegramDrive } from './parts/telegram.ts';
import type { Path } from './path.ts';

const [FIRST, SECOND] = [picture(120), picture(160)];
const text = 'Look at the photo, and reply with OK.';

/** A photo that a person sends to a bot after another one was answered: the second is looked at. */
export const telegramPhotoAgain: Path<'telegram-photo-again'> = {
  ...TELEGRAM,
  name: 'telegram-photo-again',
  drive: telegramDrive(
    'in Telegram, send the bot a photo, and when it has answered another one',
    { text, files: photo(FIRST) },
    { text, files: photo(SECOND) },
  ),
  servedBy: { medium: 'image' },
  inbound: { isIn: SECOND.isIn, readBy: 'turn' },
};
