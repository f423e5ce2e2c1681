import { PROMPT } from './parts/agent-turn.ts';
import { CHATS_MODEL } from './parts/models.ts';
import { TELEGRAM, telegramAsked } from './parts/telegram.ts';
import type { Path } from './path.ts';
import { telegramText } from './telegram-text.ts';

const QUESTION = '/btw Reply with OK.';

/** The title that a side question's answer has in a channel, above the answer. */
const TITLE = /^BTW\s+Question:.*\n+/;

/**
 * A question beside a conversation, by a request of its own: nothing falls back for it.
 *
 * @source openclaw@2026.9.6:docs/tools/btw.md ("a one-shot question on the session's actual model")
 */
export const sideQuestion: Path<'side-question'> = {
  ...TELEGRAM,
  name: 'side-question',
  drive: telegramAsked(`in Telegram, write to the bot, and when it has answered, send \`${QUESTION}\``, {
    before: [{ text: PROMPT }],
    messages: [{ text: QUESTION }],
    answerIn: (text) => text.replace(TITLE, ''),
  }),
  model: CHATS_MODEL,
  follows: telegramText,
};
