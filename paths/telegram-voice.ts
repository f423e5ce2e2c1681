import { HEARING } from './parts/hearing.ts';
import { SILENCE } from './parts/media.ts';
import { TELEGRAM, telegramDrive } from './parts/telegram.ts';
import type { Path } from './path.ts';

/** A voice note that a person sends to a bot: it is transcribed before the turn (openclaw@2026.9.6:docs/nodes/audio.md). */
export const telegramVoice: Path<'telegram-voice'> = {
  ...TELEGRAM,
  ...HEARING,
  name: 'telegram-voice',
  drive: telegramDrive('in Telegram, send the bot a voice note', {
    files: [{ kind: 'voice', name: 'voice.ogg', mimeType: 'audio/ogg', content: SILENCE }],
  }),
};
