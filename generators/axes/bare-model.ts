/**
 * Whether the configuration names chat's model, and that of pictures, without the provider: by the id alone.
 *
 * @source openclaw@2026.9.6:docs/concepts/models.md ("If you omit the provider"), in openclaw@2026.5.22:docs/concepts/models.md as
 *   well; openclaw@2026.9.6:docs/gateway/config-agents/models.md (`imageModel`: "Bare IDs are accepted"); upstream reports #48576,
 *   #38816, #73396
 */
import { z } from 'zod';
import { axis } from './axis.ts';
import { oneIn } from './weighted.ts';

export const bareModel = axis({
  meaning:
    "Whether the configuration names chat's model (agents.defaults.model) and that of pictures (agents.defaults.imageModel) without the provider, where one entry alone lists it.",
  schema: z.boolean(),
  usual: false,
  since: 18,
  arbitrary: oneIn(16),
  label: () => 'models that are named without their provider',
});
