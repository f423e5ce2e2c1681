/**
 * The name of chat's model in the configuration: `provider/model`, or an alias that `agents.defaults.models` gives it.
 *
 * @source openclaw@2026.9.6:docs/concepts/models.md ("If you omit the provider, OpenClaw tries an alias match first");
 *   openclaw@2026.5.22:docs/gateway/config-agents.md (`model.primary`, `models.*.alias`)
 */
import { z } from 'zod';
import { axis } from './axis.ts';
import { weighted } from './weighted.ts';

export const modelName = axis({
  meaning: "What the configuration calls chat's model: provider/model (full), or an alias of it.",
  schema: z.enum(['full', 'alias']),
  usual: 'full',
  since: 14,
  arbitrary: weighted({ full: 19, alias: 1 }),
});
