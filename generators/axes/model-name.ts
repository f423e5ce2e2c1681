/**
 * The name of chat's model in the configuration: `provider/model`, with the provider as people write names (`capitals`), or an alias that
 * `agents.defaults.models` gives it.
 *
 * @source openclaw@2026.9.6:docs/concepts/models.md ("If you omit the provider, OpenClaw tries an alias match first");
 *   openclaw@2026.5.22:docs/gateway/config-agents.md (`model.primary`, `models.*.alias`);
 *   openclaw@2026.9.6:docs/concepts/models.md ("Provider IDs are normalized to lowercase"), in openclaw@2026.3.13:docs/concepts/models.md
 *   ("Model refs are normalized to lowercase") as well
 */
import { z } from 'zod';
import { axis } from './axis.ts';
import { weighted } from './weighted.ts';

export const modelName = axis({
  meaning:
    "What the configuration calls chat's model: provider/model (full), the same with a capital (capitals), or an alias of it.",
  schema: z.enum(['full', 'alias', 'capitals']),
  usual: 'full',
  since: 14,
  arbitrary: weighted({ full: 18, alias: 1, capitals: 1 }),
});
