/** The command that a case runs on its home before a path, as a user types it. */
import { hasOwnModel } from '../../generators/axes/agent.ts';
import { profileOfChat } from '../../generators/axes/chat-profile.ts';
import type { Case } from '../../generators/case.ts';
import { idOfProfile, storedUnder } from '../../generators/providers/catalog.ts';
import { modelOf } from '../../paths/asked-model.ts';
import { chat } from '../../paths/chat.ts';
import { ALIAS } from '../home/agents.ts';
import { agentId } from './asked.ts';

/** The words after `openclaw`; null where the case runs none, or has nothing that the command could set. */
export function commandBeforeOf(value: Case): string[] | null {
  const { id, order, profiles } = value.provider;
  // Steps begin on a home that nobody used before.
  if (value.steps !== null) return null;
  switch (value.commandBefore) {
    case 'none':
      return null;
    case 'doctor':
      return ['doctor', '--fix', '--non-interactive'];
    case 'model-set':
      // An alias is set by its name (openclaw@2026.3.13:docs/cli/models.md, "models set <model-or-alias>"; #83262).
      // It sets the model of the defaults, which that of an agent stands before, and sets it without a profile.
      return hasOwnModel(value.agent) || profileOfChat(value)
        ? null
        : ['models', 'set', value.modelName === 'alias' ? ALIAS : modelOf(value, chat).reference];
    case 'config-set':
      // Long enough for any turn of ours.
      return ['config', 'set', 'agents.defaults.timeoutSeconds', '599'];
    case 'order-set': {
      const [only, second] = profiles;
      const names = order?.names ?? (only && !second ? [only.name] : []);
      if (!names.some((name) => profiles.some((profile) => profile.name === name))) return null;
      const ids = names.map((name) => idOfProfile(id, name));
      const agent = agentId(value.agent);
      return ['models', 'auth', 'order', 'set', '--provider', storedUnder(id), '--agent', agent, ...ids];
    }
  }
}
