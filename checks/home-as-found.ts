/**
 * A home as it was found on disk, secrets and all, in place of the case that was imported from it: its own files, under them
 * the settings of the driver, and each real secret known by the name that stands for it in the case.
 */
import { cpSync, existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { homeAsItIs, partiesOf, pluginsOf } from '../gateway/cases/home-as-it-is.ts';
import type { Runnable } from '../gateway/cases/runnable.ts';
import { driverConfig } from '../gateway/home/driver-config.ts';
import type { DriverSettings } from '../gateway/home/driver-settings.ts';
import type { Home } from '../gateway/home/home.ts';
import type { Subject } from '../gateway/subject/subject.ts';
import { traitsOf } from '../gateway/versions/traits.ts';
import { providerNamed } from '../generators/providers/catalog.ts';
import type { Canary } from '../generators/secrets/canaries.ts';
import { CONFIG_FILE, type HomeCase } from '../home-case/home-case.ts';
import type { ImportedHome } from '../import/home-case-of.ts';
import type { AnyPath } from '../paths/paths.ts';
import { record } from '../support/json-path.ts';
import { parseJson5 } from '../support/read-json.ts';

export interface Found {
  /** A copy of its files. */
  readonly files: string;
  /** Its place, of which its files may speak. It goes on from path to path, as a user's does, but for those that need it as it was. */
  readonly folder: string;
  /** Its openclaw.json, to which each path has settings of its own. */
  readonly configuration: string;
  /** The variables of the process, and of a gateway that runs as a service. */
  readonly variables: Readonly<Record<string, string>>;
  readonly service: Readonly<Record<string, string>> | null;
}

export function homeAsFound({ case: value, originals }: ImportedHome, found: Found): Runnable {
  const imported = homeAsItIs(value);
  return {
    ...imported,
    text: `${found.folder} as it was found`,
    async stage(salt, aws) {
      const staged = await imported.stage(salt, aws);
      const canaries = staged.canaries.map((canary) => asFound(canary, value, originals));
      return {
        ...staged,
        canaries,
        parties: partiesOf(value, canaries),
        async writeHome(subject, folder, settings) {
          const home = await staged.writeHome(subject, folder, settings);
          return filesFound(value, home, found, { subject, settings });
        },
      };
    },
  };
}

/** The secret itself in place of the text that stands for it. */
function asFound(canary: Canary, { secrets }: HomeCase, originals: Readonly<Record<string, string>>): Canary {
  const { place } = canary;
  const text = place.holder === 'home' ? originals[place.name] : undefined;
  const secret = place.holder === 'home' ? secrets[place.name] : undefined;
  if (!text || !secret) return canary;
  const part = (name: string | null) => (name === null ? null : (originals[name] ?? null));
  return {
    ...canary,
    text,
    written: text,
    exchanged: providerNamed(secret.provider)?.exchange?.given(text) ?? null,
    signingText: part(secret.signedBy),
    sessionToken: part(secret.session),
  };
}

/**
 * Whether a path needs the home as it was, in a process that has not seen it: a build refuses a database that was replaced under
 * it, and a turn goes on with the tools of the turn before.
 */
export function isMetAgain(path: AnyPath, { version }: Subject): boolean {
  const traits = traitsOf(version);
  const isThere = path.missingIn({ version, traits, lane: 'cli' }) === null;
  return path.turn !== null && isThere && traits.homePath === 'fresh';
}

/** The home at its own place, in place of the one that the case makes. */
async function filesFound(
  value: HomeCase,
  home: Home,
  { files, folder, configuration, variables, service }: Found,
  { subject, settings }: { subject: Subject; settings: DriverSettings },
): Promise<Home> {
  const inFolder = (text: string) =>
    text.startsWith(home.folder) ? `${folder}${text.slice(home.folder.length)}` : text;
  const [work, agentFolder, workspace] = [home.work, home.agentFolder, home.workspace].map(inFolder);
  const traits = traitsOf(subject.version);
  // A gateway takes its home with it when it ends.
  const isGone = !existsSync(folder);
  if (isGone || traits.homePath === 'constant' || settings.paths.some((each) => isMetAgain(each, subject))) {
    rmSync(folder, { recursive: true, force: true });
    cpSync(files, folder, { recursive: true });
  }
  const config = record(parseJson5(configuration, CONFIG_FILE));
  const { plugins } = pluginsOf(value, subject, settings.paths);
  const driven = driverConfig(value, config, { plugins: { ...plugins }, settings, traits });
  writeFileSync(path.join(folder, CONFIG_FILE), JSON.stringify(driven, null, 2));
  // The user's own files keep their text.
  cpSync(home.workspace, workspace!, { recursive: true, force: false });
  const compiled = path.join(folder, 'tmp', 'jiti');
  if (!existsSync(compiled)) symlinkSync(settings.compileCache, compiled);
  const ofCase = Object.keys((settings.sections && value.service) ?? value.environment);
  const ofDriver = Object.entries(home.environment).filter(([name]) => !ofCase.includes(name));
  return {
    ...home,
    ...{ folder, work: work!, agentFolder: agentFolder!, workspace: workspace! },
    environment: {
      ...((settings.sections && service) ?? variables),
      ...Object.fromEntries(ofDriver.map(([name, text]) => [name, inFolder(text)])),
    },
    pendingStores: [],
    lateFiles: {},
  };
}
