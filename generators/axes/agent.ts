/**
 * The agent that takes the chat turn, and the place where its model is set.
 *
 * `main`: the usual agent, with the model of `agents.defaults`. `own-model`: main has a model of its own, and the
 * defaults name another one; what it falls back on is its own, too. `second`: another agent, which has no credentials of its own and so
 * uses those of main. `strict-model`: as `own-model`, but what there is to fall back on is of the defaults alone.
 *
 * @source openclaw@2026.9.6:docs/concepts/multi-agent.md (auth profiles per agent);
 *   openclaw@2026.9.6:docs/gateway/configuration-reference.md (model of an agent); docs/openclaw-auth-contract.md
 *   1.3 (inherited profiles); openclaw@2026.9.6:docs/concepts/model-failover.md ("Agent primary")
 */
import fc from 'fast-check';
import { z } from 'zod';
import { axis } from './axis.ts';

const agentSchema = z.enum(['main', 'own-model', 'second', 'strict-model']);
export type Agent = z.infer<typeof agentSchema>;

/** Whether main has a model of its own. */
export function hasOwnModel(agent: Agent): boolean {
  return agent === 'own-model' || agent === 'strict-model';
}

export const agent = axis({
  meaning:
    'The agent that takes the chat turn. own-model: main has a model of its own. second: another agent, without credentials. strict-model: main has a model of its own, and no fallback but that of the defaults.',
  schema: agentSchema,
  usual: 'main',
  since: 4,
  /** Another agent than main in one case of nine. */
  arbitrary: fc.oneof(
    { weight: 5, arbitrary: fc.constant<Agent>('main') },
    { weight: 1, arbitrary: fc.constantFrom(...agentSchema.options) },
  ),
});
