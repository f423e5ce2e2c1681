/** A case as the files that a user would write: the first part of a counterexample. */

import { agentId } from '../gateway/asked/asked.ts';
import { commandBeforeOf } from '../gateway/asked/command-before.ts';
import { authStoresOf } from '../gateway/home/auth-stores.ts';
import { awsFiles } from '../gateway/home/aws-files.ts';
import { configOf, movedAway } from '../gateway/home/config.ts';
import {
  dotenvText,
  environmentOf,
  FOREIGN_CONFIG,
  variablesOf,
  workspaceVariables,
} from '../gateway/home/environment.ts';
import { olderModelsFile } from '../gateway/home/older-models-file.ts';
import { programLoginFile } from '../gateway/home/program-login.ts';
import { execScript, SECRET_COMMAND, SECRETS_FILE } from '../gateway/home/secret-files.ts';
import { installedPluginOf } from '../gateway/versions/bundled-providers.ts';
import { traitsOf, type VersionTraits } from '../gateway/versions/traits.ts';
import { PROGRAM_FILE } from '../generators/axes/program-login.ts';
import { ONLY_HOST } from '../generators/axes/proxy.ts';
import type { Case } from '../generators/case.ts';
import { labelsOf } from '../generators/case-axes.ts';
import { providerOf } from '../generators/providers/catalog.ts';
import { type Canary, canariesOf, secretsOf, setupsOf } from '../generators/secrets/canaries.ts';
import { describePlace, sourceOf } from '../generators/secrets/place.ts';
import { awaitedKeepers, startOf } from '../generators/steps/first-key.ts';
import { keptBy } from '../generators/steps/keeper.ts';
import { type AnyCase, isHomeCase } from '../home-case/any-case.ts';
import type { PathName } from '../observation/path-name.ts';
import { pathOf } from '../paths/paths.ts';
import { answersText } from './answer-text.ts';
import { homeLine, homeSetup } from './home-text.ts';
import { keyWord, prefixOf, shownValidity } from './key-word.ts';
import { stepsText } from './steps-text.ts';
import { compactJson, indent, type Setup, type ShownKey } from './text-parts.ts';

/** Leaves out variables that belong to the driver and not to the case. */
const OWN_VARIABLES = new Set(['HOME', 'TMPDIR', 'OPENCLAW_STATE_DIR', 'TZ', 'NO_COLOR', ONLY_HOST]);

/** A user's home where a path must be absolute (openclaw@2026.9.6:docs/gateway/secrets/secretref-contract.md, `exec`). */
const HOME = '/home/you';

/** The title of what follows one another in the home of a case with steps. */
export const STEPS_TITLE = 'what happens in this home, one after the other';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export function setupText(value: AnyCase, version: string, asked: readonly PathName[] = []): string {
  return textOfSetup(setupOf(value, version, asked));
}

export function textOfSetup({ files }: Setup): string {
  return files.map(({ title, text }) => `${title}\n${indent(text)}`).join('\n');
}

/**
 * Secrets are shown by kind, `<live key>` or `<stale access token>`, and where a case has several, with a letter of its own: `<live key A>`.
 *
 * @param asked the paths that it is about: what only one of them needs is left out where it is not among them
 */
export function setupOf(whole: AnyCase, version: string, asked: readonly PathName[] = []): Setup {
  if (isHomeCase(whole)) return homeSetup(whole);
  const all = canariesOf(whole, 'report');
  // A key that a step writes first is said there.
  const value = startOf(whole);
  const later = awaitedKeepers(whole).flatMap((keeper) => keptBy(whole, keeper, all));
  const canaries = all.filter((each) => !later.includes(each));
  const traits = traitsOf(version);
  const paths = { secretFile: `~/${SECRETS_FILE}`, execCommand: `${HOME}/${SECRET_COMMAND}`, logFile: null };
  const installed = pluginsToInstall(value, version);
  const enabled = [...(value.otherPlugin ? [value.otherPlugin] : []), ...installed.map(({ id }) => id)];
  const plugins =
    enabled.length > 0 ? { entries: Object.fromEntries(enabled.map((id) => [id, { enabled: true }])) } : null;
  const config = configOf(value, canaries, { ...traits, settings: {} }, paths, plugins, asked.map(pathOf));
  const older = olderModelsFile(value, canaries);
  const program = programLoginFile(canaries, new Date(0));
  const variables = Object.entries(environmentOf(value, canaries, '~')).filter(
    ([name]) => !OWN_VARIABLES.has(name),
  );
  const file = canaries.filter(({ place }) => sourceOf(place) === 'file');
  const exec = canaries.filter(({ place }) => sourceOf(place) === 'exec');
  const stored = canaries.filter(({ place }) => sourceOf(place) === 'store');
  const steps = stepsText(whole, version);
  const command = commandBeforeOf(value);
  const sections = [
    ...(installed.length > 0
      ? [['before all else, in this home', installed.map(({ command }) => command).join('\n')]]
      : []),
    ['~/.openclaw/openclaw.json', compactJson(config)],
    ...storesText(value, canaries, traits),
    ...(variables.length > 0
      ? [['environment', variables.map(([name, text]) => `${name}=${text}`).join('\n')]]
      : []),
    ...(['state', 'workspace'] as const).flatMap((layer) => {
      const others = layer === 'workspace' ? workspaceVariables(value, '.') : {};
      const text = dotenvText({ ...others, ...variablesOf(layer, canaries) }).trim();
      return text === ''
        ? []
        : [[layer === 'state' ? '~/.openclaw/.env' : '.env in the working directory', text]];
    }),
    ...(value.foreignConfig
      ? [[`${FOREIGN_CONFIG} in the working directory`, compactJson(movedAway(config, value))]]
      : []),
    ...(value.proxy === 'only'
      ? [['network', 'nothing but the proxy leads out, and no other name is known']]
      : []),
    ...(value.brokenProgram ? [[`${value.brokenProgram}, a program on the PATH`, '#!/bin/sh\nexit 1']] : []),
    ...Object.entries(awsFiles(value, canaries, '~')).map(([name, text]) => [`~/.aws/${name}`, text.trim()]),
    ...(program ? [[`~/${PROGRAM_FILE}, of a login of Codex`, program]] : []),
    ...(older ? [['~/.openclaw/agents/main/agent/models.json', compactJson(older)]] : []),
    ...(file.length > 0
      ? [
          [
            // A file that others may read does not resolve (openclaw@2026.9.6:docs/gateway/secrets/secretref-contract.md, `file`).
            `${paths.secretFile}, which only its user may read (chmod 600)`,
            JSON.stringify(Object.fromEntries(file.map((each) => [each.reference!.slice(1), each.written]))),
          ],
        ]
      : []),
    ...(exec.length > 0
      ? [[`${paths.execCommand}, a program that the user may run`, execScript(canaries).trim()]]
      : []),
    ...(stored.length > 0
      ? [
          [
            'openclaw secrets store set NAME, with these values',
            stored.map((each) => `${each.reference}: ${each.written}`).join('\n'),
          ],
        ]
      : []),
    ...answersText(value),
    ...(command ? [['then, before the paths', `openclaw ${command.join(' ')}`]] : []),
    ...(steps === null ? [] : [[STEPS_TITLE, steps]]),
  ] as const;
  const keys: ShownKey[] = [];
  const shown = (written: string): string => {
    let text = written;
    for (const [place, canary] of all.entries()) {
      const hasLetter = all.length > 1;
      const letter = hasLetter ? ` ${LETTERS[place] ?? place}` : '';
      const word = keyWord(canary.place);
      const validity = shownValidity(canary, all);
      if (text.includes(canary.text)) keys.push({ validity, word, ...prefixOf(canary.place), hasLetter });
      text = text.replaceAll(canary.text, `<${validity} ${word}${letter}>`);
      for (const secret of secretsOf(canary)) text = text.replaceAll(secret, '<its secret>');
    }
    return text.replaceAll('\u200b', '\\u200b');
  };
  const files = sections.map(([title = '', body = '']) => ({ title: shown(title), text: shown(body) }));
  return { files, keys };
}

/**
 * The plugins of providers that the build does not bring. The command writes to openclaw.json that a plugin is enabled, and the file
 * that is written after it says so, too.
 *
 * @source openclaw@2026.9.6:docs/cli/plugins/install.md
 */
function pluginsToInstall(value: Case, version: string): { id: string; command: string }[] {
  return setupsOf(value).flatMap(({ id }) => {
    const plugin = installedPluginOf(id, version);
    if (!plugin) return [];
    const command = `openclaw plugins install ${plugin.package}@${plugin.version}`;
    return [{ id: providerOf(id).plugin ?? id, command }];
  });
}

/** The places of the secrets of a case and its unusual settings, in one line, for lists. */
export function setupLine(value: AnyCase): string {
  if (isHomeCase(value)) return homeLine(value);
  const places = canariesOf(value, '').map((canary) => `${describePlace(canary.place)} ${canary.validity}`);
  return [places.join(', ') || 'no secret anywhere', ...labelsOf(value)].join(' · ');
}

/** Whether the build keeps profiles of the case in a database, which nobody can write by hand. */
export function hasDatabase(value: AnyCase, version: string): boolean {
  if (isHomeCase(value)) return false;
  const { shared, agent } = authStoresOf(value, canariesOf(value, ''), traitsOf(version));
  return Boolean(shared || agent);
}

/** The profile stores, each with its title. */
function storesText(value: Case, canaries: readonly Canary[], traits: VersionTraits): [string, string][] {
  const { shared, agent, files, agentFiles } = authStoresOf(value, canaries, traits);
  const [main, own] = ['main', agentId(value.agent)].map((id) => `~/.openclaw/agents/${id}/agent`);

  return (
    [
      ['auth profile store (SQLite; shown as the record OpenClaw keeps)', shared],
      [`auth profile store of agent ${agentId(value.agent)} (SQLite)`, agent],
      [`${main}/auth-profiles.json`, files?.profiles],
      [`${main}/auth-state.json`, files?.state],
      [`${own}/auth-profiles.json`, agentFiles?.profiles],
      [`${own}/auth-state.json`, agentFiles?.state],
    ] as const
  ).flatMap(([title, content]) => (content ? [[title, compactJson(content)]] : []));
}
