import { ALL_PROVIDERS } from '../generators/providers/catalog.ts';
import { CONFIG_FILE, type HomeFile } from '../home-case/home-case.ts';
import { record } from '../support/json-path.ts';
import type { JsonRecord } from '../support/json-record.ts';
import type { LeftOut } from './files/raw-home.ts';

/** The plugins that a run installs for itself, of providers that builds bring no more. */
const OF_PROVIDERS: readonly string[] = ALL_PROVIDERS.filter(({ installed }) => installed).map(
  ({ id, plugin }) => plugin ?? id,
);

/** Settings of plugins that are installed beside the build: without their files every build refuses the configuration. */
const INSTALLED = ['installs', 'load'] as const;

/** @param leftOut is told what there was of them */
export function withoutInstalled(file: HomeFile, leftOut: LeftOut[]): HomeFile {
  if (file.path !== CONFIG_FILE || file.as !== 'json') return file;
  const config = record(file.content);
  const plugins = record(config.plugins);
  // Settings for a plugin go with it: a build knows neither its settings nor its channel.
  const ids = Object.keys(record(plugins.installs)).filter((id) => !OF_PROVIDERS.includes(id));
  const why = `installed plugins: a case runs with those of the build, and with those of ${OF_PROVIDERS.join(', ')} from npm`;
  const without = (value: JsonRecord, names: readonly string[], place: string): JsonRecord => {
    const there = names.filter((name) => name in value);
    for (const name of there) leftOut.push({ what: `${place}.${name}`, why });
    return Object.fromEntries(Object.entries(value).filter(([name]) => !there.includes(name)));
  };
  if (!INSTALLED.some((name) => name in plugins)) return file;
  const kept = without(plugins, INSTALLED, 'plugins');
  const { entries, allow } = kept;
  const listed = Array.isArray(allow) ? allow.filter((id) => !ids.includes(String(id))) : null;
  if (listed && Array.isArray(allow) && listed.length < allow.length)
    leftOut.push({ what: `plugins.allow: ${ids.filter((id) => allow.includes(id)).join(', ')}`, why });
  const own = {
    ...kept,
    ...(entries ? { entries: without(record(entries), ids, 'plugins.entries') } : {}),
    ...(listed ? { allow: listed } : {}),
  };
  const channels = config.channels && without(record(config.channels), ids, 'channels');
  return { ...file, content: { ...config, plugins: own, ...(channels ? { channels } : {}) } };
}
