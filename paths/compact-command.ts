import { compaction, readSummary } from './compaction.ts';
import { TELEGRAM, telegramAsked } from './parts/telegram.ts';
import type { Path } from './path.ts';
import { telegramText } from './telegram-text.ts';

/** Longer than the tokens that are kept as they are: there is something to summarize. */
const STORY = `${'The hedge along the northern path is to be cut.\n'.repeat(40)}Reply with OK.`;

/**
 * The summary of a conversation that a person asks for.
 *
 * @source openclaw@2026.9.6:docs/concepts/compaction.md ("Manual compaction")
 */
export const compactCommand: Path<'compact-command'> = {
  ...TELEGRAM,
  name: 'compact-command',
  drive: telegramAsked('in Telegram, write to the bot, and when it has answered, send `/compact`', {
    before: [{ text: STORY }],
    messages: [{ text: '/compact' }],
  }),
  model: compaction.model,
  // In a conversation that is longer, the build may keep all that there is to summarize.
  needs: { ...compaction.needs, ...TELEGRAM.needs, gateway: 'summaries' },
  readEnd: readSummary,
  follows: telegramText,
};
