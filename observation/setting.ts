/** The record of what a build does with a setting that its documents promise something of: a field, a variable or a command. */
import { z } from 'zod';

const settingSchema = z.enum([
  'secrets.providers.*.allowlist',
  'secrets.providers.*.path',
  'secrets.providers.*.timeoutMs',
  'hooks.token',
  'tools.media.models[].apiKey',
  'OPENCLAW_HOME',
  'OPENCLAW_AGENT_DIR',
  'models.providers.*.models',
  'secrets.apply',
]);
export type Setting = z.infer<typeof settingSchema>;

const settingObservationSchema = z.object({
  setting: settingSchema,
  /** Whether the build does as usual with a usual value: else the other value shows nothing. */
  isUsual: z.boolean(),
  /** Whether it does with the other value what its documents say. */
  isKept: z.boolean(),
});
export type SettingObservation = z.infer<typeof settingObservationSchema>;
