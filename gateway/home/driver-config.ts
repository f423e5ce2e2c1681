/** openclaw.json of a home with the settings that its driver needs, under the user's own. */
import { providerNamed } from '../../generators/providers/catalog.ts';
import { modelReference } from '../../home-case/asked-models.ts';
import { askedIn, chatFallbacks, chatModel, configurationOf } from '../../home-case/configuration.ts';
import type { HomeCase } from '../../home-case/home-case.ts';
import { at, record } from '../../support/json-path.ts';
import type { JsonRecord } from '../../support/json-record.ts';
import type { VersionTraits } from '../versions/traits.ts';
import type { DriverSettings } from './driver-settings.ts';
import { settingsOfPaths } from './path-settings.ts';

interface DriverOfHome {
  readonly plugins: JsonRecord;
  readonly settings: DriverSettings;
  readonly traits: VersionTraits;
}

export function driverConfig(
  value: HomeCase,
  config: JsonRecord,
  { plugins, settings: { logFile, sections, paths }, traits }: DriverOfHome,
): JsonRecord {
  const own = settingsOfPaths(paths, (path) => modelReference(value, path), traits);
  const { model } = askedIn(value);
  const users = record(at(config, 'agents.defaults'));
  const defaults = {
    skipBootstrap: true,
    ...own.agentDefaults,
    ...users,
    ...runtimes(value, users, traits),
  };
  const plugged = record(config.plugins);
  return {
    ...own.sections,
    ...traits.settings,
    ...config,
    agents: {
      ...record(config.agents),
      defaults: model ? { ...defaults, model: asked(defaults, model) } : defaults,
    },
    ...(Object.keys(own.tools).length > 0 ? { tools: { ...own.tools, ...record(config.tools) } } : {}),
    // A list of the user's own says which plugins there are; without one nearly all of a build's have nothing to do.
    plugins: 'allow' in plugged ? { ...plugged, ...loaded(plugins, plugged) } : withNamed(plugins, plugged),
    logging: { ...record(config.logging), file: logFile },
    ...Object.fromEntries(
      Object.entries(sections ?? {}).map(([name, section]) => [
        name,
        { ...record(config[name]), ...record(section) },
      ]),
    ),
  };
}

/** The runtime that comes with the build, for turns of which the user names none and the build would choose a plugin's. */
function runtimes(value: HomeCase, defaults: JsonRecord, { namesRuntime }: VersionTraits): object {
  if (!namesRuntime || JSON.stringify(configurationOf(value)).includes('"agentRuntime"')) return {};
  const models = record(defaults.models);
  const asked = [chatModel(value), ...chatFallbacks(value)].flatMap((each) => {
    const id = providerNamed(each?.provider ?? null)?.agentRuntime;
    const reference = `${each?.provider}/${each?.model}`;
    return each && id ? [[reference, { ...record(models[reference]), agentRuntime: { id } }] as const] : [];
  });
  return asked.length > 0 ? { models: { ...models, ...Object.fromEntries(asked) } } : {};
}

/** The model that was asked for in place of the configured one, with its fallbacks. */
function asked(defaults: JsonRecord, primary: string): object {
  return { ...record(defaults.model), primary };
}

/** The driver's settings of plugins, without those that the user enables among what they deny. */
function withNamed(driver: JsonRecord, users: JsonRecord): object {
  const named = Object.keys(record(users.entries));
  const list = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
  return {
    ...driver,
    ...users,
    ...('entries' in driver ? { entries: { ...record(driver.entries), ...record(users.entries) } } : {}),
    ...loaded(driver, users),
    ...('allow' in driver ? { allow: [...new Set([...list(driver.allow), ...named])] } : {}),
    ...('deny' in driver ? { deny: list(driver.deny).filter((each) => !named.includes(each)) } : {}),
  };
}

/** The folders of plugins that the build does not bring: a home has its own of them in places that a case does not keep. */
function loaded(driver: JsonRecord, users: JsonRecord): object {
  const paths = [users, driver].flatMap(({ load }) => {
    const named = record(load).paths;
    return Array.isArray(named) ? (named as unknown[]) : [];
  });
  return 'load' in driver ? { load: { ...record(users.load), paths } } : {};
}
