import type { Observation } from '../../observation/observation.ts';
import { pathOf } from '../../paths/paths.ts';
import { modelRequests } from '../behaviour.ts';
import { comparedWithVariant } from '../compared-with-variant.ts';
import type { Law } from '../law.ts';

/** Judged where a path was answered before: a command may mend a path that was broken. */
export const commandsKeep: Law = {
  id: 'commands-keep',
  sentence:
    'what worked before a command that changes no credential works after it, with the same credential',
  source:
    'openclaw@2026.9.6:docs/concepts/oauth.md ("Doctor never overwrites a usable stored credential"); openclaw@2026.9.6:docs/cli/models.md (what `set` and `auth order set` write); openclaw@2026.9.6:docs/cli/config.md (what `config set` writes)',
  /** The same case without the command. */
  variant: (value) => ({ ...value, commandBefore: 'none' }),
  judges: ({ variants }) => variants['commands-keep'] !== undefined,
  check: (judged) => {
    const answered = judged.variants['commands-keep']?.filter(worked) ?? [];
    const variants = { ...judged.variants, 'commands-keep': answered };
    return comparedWithVariant('commands-keep', { ...judged, variants }, 'after a command', 'before it');
  },
};

/** A report on credentials is there, too, where it has found none. */
function worked(observation: Observation): boolean {
  const isReport = pathOf(observation.path).comparedFrom === null;
  return observation.outcome.kind === 'answer' && (!isReport || modelRequests(observation).length > 0);
}
