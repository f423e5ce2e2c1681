/**
 * Whether the `.env` of the working directory names a configuration of its own (`OPENCLAW_CONFIG_PATH`), one that
 * moves every provider to another host. A folder that OpenClaw is started in may not choose its configuration.
 *
 * @source openclaw@2026.9.6:docs/help/environment.md (what a workspace .env may set);
 *   openclaw@2026.9.6:CHANGELOG.md, 2026.3.24 (workspace `.env`)
 */
import fc from 'fast-check';

/** Rarely; shrinks to none. */
export const foreignConfigArbitrary: fc.Arbitrary<boolean> = fc.constantFrom(
  ...Array<false>(15).fill(false),
  true,
);
