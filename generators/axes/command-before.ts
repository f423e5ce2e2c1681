/**
 * A command that the user ran on the home, and that changes no credential, before a path is taken.
 *
 * `doctor`: `openclaw doctor --fix`, as release notes and error messages ask for. `model-set`: chat's model is set again.
 * `order-set`: the order of profiles that is in force is set again by command; without profiles nobody does that. `config-set`: a setting
 * that has nothing to do with models and credentials is written into the configuration.
 *
 * @source openclaw@2026.9.6:docs/cli/doctor/running.md (`--fix --non-interactive`); openclaw@2026.9.6:docs/cli/models.md
 *   (`models set`, `models auth order set`);
 *   openclaw@2026.9.6:docs/cli/config.md (`config set`); upstream reports of settings that were lost to a write (#116108, #137713)
 */
import { z } from 'zod';
import { axis } from './axis.ts';
import { weighted } from './weighted.ts';

const commandBeforeSchema = z.enum(['none', 'doctor', 'model-set', 'order-set', 'config-set']);
export type CommandBefore = z.infer<typeof commandBeforeSchema>;

export const commandBefore = axis({
  meaning:
    'A command that was run on the home before: doctor --fix (doctor), models set with the same model (model-set), models auth order set with the order that is in force (order-set), or config set of a setting that has nothing to do with either (config-set).',
  schema: commandBeforeSchema,
  usual: 'none',
  since: 11,
  // A doctor takes as long as many paths, so that who needs one is asked first (`generators/doctored-case.ts`).
  arbitrary: weighted({ none: 35, 'model-set': 1, 'order-set': 1, 'config-set': 1 }),
});
