/** One file of a home with placeholders in it. */
import { providerNamed } from '../../generators/providers/catalog.ts';
import { CONFIG_FILE, type HomeFile } from '../../home-case/home-case.ts';
import { kindOfFile } from '../files/known-files.ts';
import { cleanJson, type JsonPlace } from './clean-json.ts';
import { cleanSections } from './clean-sections.ts';
import { cleanShell } from './clean-shell.ts';
import { cleanVariables } from './clean-variables.ts';
import type { Vault, Whose } from './vault.ts';
import { kindInConfig } from './whose.ts';

type Common = Pick<JsonPlace, 'ofVariable' | 'place' | 'isFile' | 'isModel' | 'isProfile' | 'replaced'>;

/** Files of other programs whose sign-in builds adopt, and whose it is. */
const OTHER_PROGRAMS: readonly (readonly [RegExp, string])[] = [
  [/^\.codex\//, 'openai-codex'],
  [/^\.claude\//, 'anthropic'],
  [/^\.qwen\//, 'qwen'],
  [/^\.gemini\//, 'google'],
  [/^\.minimax\//, 'minimax-portal'],
  [/copilot/, 'github-copilot'],
  [/^\.config\/gcloud\//, 'google-vertex'],
];

export function cleanFile(file: HomeFile, vault: Vault, common: Common, now: number): HomeFile {
  const path = HASHED.test(file.path) ? file.path : common.place(vault.scrubbed('', file.path, 'id'));
  const label = labelOf(path);
  switch (file.as) {
    case 'json': {
      const whose = whoseIn(file.path, vault);
      const content = cleanJson(file.content, vault, { ...common, label, whose });
      return {
        path,
        as: 'json',
        content: AUTH_FILE.test(file.path) ? aged(file.content, content, vault, now) : content,
      };
    }
    case 'store': {
      const whose = whoseIn('auth-profiles.json', vault);
      const part = (value: object) =>
        cleanJson(value, vault, { ...common, label, whose }) as Record<string, unknown>;
      const secrets = Object.entries(file.secrets).map(([name, text]) => {
        const key = vault.scrubbed('', name, 'id');
        const own: Whose = { kind: 'entry', provider: common.ofVariable(name), profile: null };
        return [key, vault.whole(`stored ${key}`, text, own)] as const;
      });
      const profiles = aged(file.profiles, part(file.profiles), vault, now) as Record<string, unknown>;
      return { path, as: 'store', profiles, state: part(file.state), secrets: Object.fromEntries(secrets) };
    }
    case 'variables':
      return {
        path,
        as: 'variables',
        variables: cleanVariables(file.variables, ` in ${path}`, vault, common),
      };
    case 'ini':
      return { path, as: 'ini', sections: cleanSections(file.sections, vault, common) };
    case 'text': {
      const isShell = kindOfFile(file.path) === 'exports' || ONLY_EXPORTS.test(file.text);
      return {
        path,
        as: 'text',
        text: isShell ? cleanShell(file.text, path, vault, common) : cleanText(file.text, label, vault),
      };
    }
  }
}

/** A file that a profile of the shell reads, of which its exports were kept. */
const ONLY_EXPORTS = /^(\. "[^"\n]*"\n)*(export \w+='.*'\n)+$/;

/** A file that a setting names: one secret, or words in which some are. */
function cleanText(text: string, label: string, vault: Vault): string {
  const whose: Whose = { kind: 'setting', provider: null, profile: null };
  const isOne = text.includes('-----BEGIN') || !/\s/.test(text.trim());
  return isOne && text.trim() !== '' ? vault.whole(label, text, whose) : vault.scrubbed(label, text, whose);
}

/** The AWS SDK finds such a file by the hash of a name that stands in `~/.aws/config`. */
const HASHED = /^\.aws\/sso\/cache\/[\da-f]{40}\.json$/;

const AUTH_FILE = /(^|\/)auth(-profiles)?\.json$/;

/** The secrets of profiles whose time was over when the home was taken are no longer accepted. */
function aged(raw: unknown, cleaned: unknown, vault: Vault, now: number): unknown {
  const rawProfiles = Object.values(inner(raw, 'profiles'));
  for (const [index, profile] of Object.values(inner(cleaned, 'profiles')).entries()) {
    const { expires, type } = inner(rawProfiles[index], null);
    const { access, token } = inner(profile, null);
    if (typeof expires !== 'number' || expires <= 0 || expires >= now || type === 'api_key') continue;
    for (const each of [access, token]) if (typeof each === 'string') vault.amend(each, { stale: true });
  }
  return cleaned;
}

function inner(value: unknown, key: string | null): Readonly<Record<string, unknown>> {
  const child =
    typeof value === 'object' && value !== null
      ? key
        ? (value as Record<string, unknown>)[key]
        : value
      : {};
  return typeof child === 'object' && child !== null ? (child as Record<string, unknown>) : {};
}

function whoseIn(file: string, vault: Vault): JsonPlace['whose'] {
  const other = OTHER_PROGRAMS.find(([pattern]) => pattern.test(file))?.[1] ?? null;
  return (path, owner) => {
    if (/models\.json$|catalog\.json$/.test(file))
      return { kind: 'models.json', provider: owner, profile: null };
    const field = path.at(-1) ?? '';
    const kind = /^refresh/i.test(field) ? 'refresh token' : 'profile';
    if (AUTH_FILE.test(file)) {
      const isListed = path[0] === 'profiles';
      const id = (isListed ? path[1] : path[0]) ?? '';
      const provider = owner ?? providerNamed(id)?.id ?? null;
      return { kind, provider, profile: vault.scrubbed('', id, 'id').replaceAll(/[{}]/g, '') };
    }
    if (other || file.includes('/credentials/')) {
      const provider = other ?? owner ?? providerNamed(path[0] ?? null)?.id ?? null;
      return { kind, provider, profile: null };
    }
    return { kind: kindInConfig(path, owner), provider: owner, profile: null };
  };
}

/** `openclaw.json` needs no name: its settings are known by theirs. */
function labelOf(path: string): string {
  if (path === CONFIG_FILE) return '';
  const agent = /agents\/([^/]+)\/agent\/(.*)$/.exec(path);
  if (agent) return agent[1] === 'main' ? (agent[2] ?? '') : `${agent[1]}/${agent[2]}`;
  return path.replace(/^\.openclaw\//, '');
}
