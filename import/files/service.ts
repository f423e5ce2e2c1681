/**
 * The variables of a gateway that runs as a service: of its systemd unit with drop-ins and files of variables, of its launchd
 * agent, or of its Windows task. Such a gateway knows nothing of the variables of the user's shell.
 *
 * @source openclaw@2026.6.9:docs/gateway/index.md (`openclaw gateway install`; `gateway.cmd` inside the state directory),
 *   systemd.exec(5) (Environment, EnvironmentFile), launchd.plist(5) (EnvironmentVariables)
 */
import { variablesIn } from '../../support/env-text.ts';
import { nameInHome } from './name-in-home.ts';

const UNIT = /^\.config\/systemd\/user\/openclaw[\w@-]*\.service(\.d\/[^/]+\.conf)?$/;
const AGENT = /^Library\/LaunchAgents\/[\w.-]*openclaw[\w.-]*\.plist$/;
const TASK = /^\.openclaw\/gateway\.cmd$/;
/** The folder in which installs for systemd and launchd keep variables that no unit should show. */
const OWN_FILE = /^\.openclaw\/(gateway\.systemd|service-env\/[\w.-]+)\.env$/;

function isOfService(name: string): boolean {
  return [UNIT, AGENT, TASK, OWN_FILE].some((pattern) => pattern.test(name));
}

export interface Service {
  readonly variables: Readonly<Record<string, string>>;
  /** The files that say so. */
  readonly files: readonly string[];
  /** The settings that bring it more, of which the home has no text. */
  readonly unknown: readonly string[];
}

/** Settings of a unit that bring credentials from elsewhere (systemd.exec(5)). */
const FROM_ELSEWHERE = /^\s*((?:PassEnvironment|(?:Load|Set|Import)Credential(?:Encrypted)?)=[^:\r\n]*)/gm;

/**
 * @param names the files of the home
 * @param more reads one more of them; null where there is none
 * @returns null where the home has no service
 */
export function serviceOf(names: readonly string[], more: (name: string) => string | null): Service | null {
  const own = names.filter(isOfService);
  if (own.length === 0) return null;
  const read = new Set<string>();
  const textOf = (name: string): string => {
    read.add(name);
    return more(name) ?? '';
  };
  const ofFile = (name: string) => {
    if (AGENT.test(name)) return ofAgent(textOf(name));
    return TASK.test(name) ? ofTask(textOf(name)) : ofUnit(textOf(name), textOf);
  };
  const units = own.filter((name) => !OWN_FILE.test(name)).map(ofFile);
  const files = own.filter((name) => OWN_FILE.test(name)).map((name) => variablesIn(textOf(name)));
  const unknown = own.flatMap((name) =>
    [...textOf(name).matchAll(FROM_ELSEWHERE)].map(([, setting = '']) => `${setting.trim()} in ${name}`),
  );
  return { variables: Object.assign({}, ...units, ...files), files: [...read], unknown };
}

function ofUnit(text: string, textOf: (name: string) => string): Record<string, string> {
  const settings = text.replaceAll(/\\\r?\n/g, ' ').matchAll(/^\s*(Environment|EnvironmentFile)=(.*)$/gm);
  const found: Record<string, string> = {};
  for (const [, setting, value = ''] of settings) {
    if (setting === 'Environment') Object.assign(found, assignmentsIn(value));
    else {
      const file = nameInHome(unquoted(value.trim().replace(/^-/, '')).replace(/^%h\//, '~/'));
      if (file) Object.assign(found, variablesIn(textOf(file)));
    }
  }
  return found;
}

/** `A=1 "B=two words"`, as systemd reads it. */
function assignmentsIn(value: string): Record<string, string> {
  const words = [...value.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|(\S+)/g)].map(([, double, single, plain]) =>
    (double?.replaceAll(/\\(.)/g, '$1') ?? single ?? plain ?? '').replaceAll('%%', '%'),
  );
  return Object.fromEntries(
    words.flatMap((word) => {
      const at = word.indexOf('=');
      return at > 0 ? [[word.slice(0, at), word.slice(at + 1)]] : [];
    }),
  );
}

function ofAgent(text: string): Record<string, string> {
  const [, section = ''] = /<key>EnvironmentVariables<\/key>\s*<dict>([\s\S]*?)<\/dict>/.exec(text) ?? [];
  const pairs = section.matchAll(/<key>([\s\S]*?)<\/key>\s*<string>([\s\S]*?)<\/string>/g);
  return Object.fromEntries([...pairs].map(([, name = '', value = '']) => [decoded(name), decoded(value)]));
}

/** `set "NAME=text"`, with a caret before what a batch file would read otherwise, or `set NAME=text`. */
function ofTask(text: string): Record<string, string> {
  const lines = text.matchAll(/^[ \t]*set[ \t]+(?:"(.*)"|(.*?))[ \t]*\r?$/gim);
  return Object.fromEntries(
    [...lines].flatMap(([, quoted, plain = '']) => {
      const [, name, value] = /^([^=]+)=(.*)$/.exec(quoted ?? plain) ?? [];
      if (!name || value === undefined) return [];
      return [
        [name.trim(), quoted === undefined ? value.trim() : value.replaceAll(/\^([\^"!])|%(%)/g, '$1$2')],
      ];
    }),
  );
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, '$2');
}
