/** The builds that have something, as data; `gateway/versions/` compares them with the one under test. */
export interface Builds {
  /** The first one; null: every build that the suite drives. */
  readonly from: string | null;
  /** The last one seen; null: still there. */
  readonly to: string | null;
}

export const EVERY_BUILD: Builds = { from: null, to: null };

/** The first build that knows the models of all; before, some of its plugins know others. */
export const PLUGINS_OF_ALL = '2026.4.12';

/**
 * Builds that have a provider's plugin as installed from npm.
 *
 * @param to the last one seen; null: still there
 * @param from left out: 2026.3.22, before which providers are no plugins of their own, and the smaller ones are not tested
 * @source `openclaw.plugin.json` of 25 published builds from 2026.3.1 to 2026.9.6; chat of each with one key on 2026.3.24 and 2026.3.28
 */
export function bundled(to: string | null, from = '2026.3.22'): Builds {
  return { from, to };
}

/** One version of a plugin that a user installs beside a build, where builds do not bring it. */
export interface InstalledPlugin {
  /** Its name on npm. */
  readonly package: string;
  readonly version: string;
  /** The builds that take this version: from the one that it was made for on. */
  readonly builds: Builds;
}

/**
 * @param version the newest on npm
 * @param from the oldest build that takes it
 * @source `openclaw.compat.pluginApi` in the `package.json` of the plugin
 */
export function installedFrom(name: string, version: string, from: string): readonly InstalledPlugin[] {
  return [{ package: `@openclaw/${name}`, version, builds: { from, to: null } }];
}
