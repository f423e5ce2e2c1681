/**
 * Another plugin that the user has enabled, which brings a provider of its own and has no key: it should change
 * nothing.
 *
 * @source openclaw@2026.9.6:docs/tools/plugin.md (`plugins.allow`, `plugins.entries.<id>.enabled`)
 */
import fc from 'fast-check';
import { z } from 'zod';
import { axis } from './axis.ts';
import { rarely } from './rarely.ts';

/** Plugins of some builds; where a build has it not, nothing is enabled. */
export const otherPluginSchema = z.enum(['codex', 'copilot-proxy']);
export type OtherPlugin = z.infer<typeof otherPluginSchema>;

export const otherPlugin = axis({
  meaning: 'Another plugin that is enabled, where the build has it; null: none.',
  schema: otherPluginSchema.nullable(),
  usual: null,
  since: 6,
  arbitrary: rarely(fc.constantFrom(...otherPluginSchema.options)),
  label: (plugin) => `the plugin ${plugin}`,
});
