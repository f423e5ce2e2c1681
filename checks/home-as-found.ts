/**
 * A home as it was found on disk, secrets and all, in place of the case that was imported from it: its own files, under them
 * the settings of the driver, and each real secret known by the name that stands for it in the case.
 */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { homeAsItIs, partiesOf, pluginsOf } from '../gateway/cases/home-as-it-is.ts';
import type { DriverSettings, Runnable } from '../gateway/cases/runnable.ts';
import { driverConfig } from '../gateway/home/driver-config.ts';
import type { Home } from '../gateway/home/home.ts';
import { writeWorkspace } from '../gateway/home/workspace.ts';
import type { Subject } from '../gateway/subject/subject.ts';
import { traitsOf } from '../gateway/versions/traits.ts';
import { providerNamed } from '../generators/providers/catalog.ts';
import type { Canary } from '../generators/secrets/canaries.ts';
import { CONFIG_FILE, type HomeCase } from '../home-case/home-case.ts';
import type { ImportedHome } from '../import/home-case-of.ts';
import { record } from '../support/json-path.ts';
import { parseJson5 } from '../support/read-json.ts';

/** A folder, and the variables of the process and of a gateway that runs as a service. */
export interface Found {
  readonly folder: string;
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
          return withFilesFound(value, home, found, { subject, settings });
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

/** The files of the home in place of those that the case has. */
async function withFilesFound(
  value: HomeCase,
  home: Home,
  { folder, variables, service }: Found,
  { subject, settings }: { subject: Subject; settings: DriverSettings },
): Promise<Home> {
  for (const file of value.files) rmSync(path.join(home.folder, file.path), { force: true });
  rmSync(home.workspace, { recursive: true, force: true });
  cpSync(folder, home.folder, { recursive: true, force: true });
  renameIn(home.folder, folder, home.folder);
  const traits = traitsOf(subject.version);
  const file = path.join(home.folder, CONFIG_FILE);
  const config = record(parseJson5(readFileSync(file, 'utf8'), CONFIG_FILE));
  const { plugins } = pluginsOf(value, subject, settings.paths);
  const driven = driverConfig(value, config, { plugins: { ...plugins }, settings, traits });
  writeFileSync(file, JSON.stringify(driven, null, 2));
  await writeWorkspace(home.workspace, settings.paths, traits.sessionSettings);
  const ofCase = Object.keys((settings.sections && value.service) ?? value.environment);
  const ofDriver = Object.entries(home.environment).filter(([name]) => !ofCase.includes(name));
  return {
    ...home,
    environment: { ...((settings.sections && service) ?? variables), ...Object.fromEntries(ofDriver) },
    pendingStores: [],
    lateFiles: {},
  };
}

/** Gives the folder another name in the files of a home that say where it is. */
export function renameIn(folder: string, from: string, to: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.(json|env)$/.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    const text = readFileSync(file, 'utf8');
    if (text.includes(from)) writeFileSync(file, text.replaceAll(from, to));
  }
}
