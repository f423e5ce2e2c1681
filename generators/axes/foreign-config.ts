/**
 * Whether the `.env` of the working directory names a configuration of its own (`OPENCLAW_CONFIG_PATH`), one that
 * moves every provider to another host. A folder that OpenClaw is started in may not choose its configuration.
 *
 * @source openclaw@2026.9.6:docs/help/environment.md (what a workspace .env may set);
 *   openclaw@2026.9.6:CHANGELOG.md, 2026.3.24 (workspace `.env`)
 */
import { z } from 'zod';
import { axis } from './axis.ts';
import { oneIn } from './weighted.ts';

export const foreignConfig = axis({
  meaning:
    'Whether the .env of the working directory names a configuration that moves every provider to another host.',
  schema: z.boolean(),
  usual: false,
  since: 6,
  arbitrary: oneIn(16),
  label: () => 'a configuration that the working directory names',
});
