/** The profile that the entry of a provider names where its key would stand, in a real home. */
import { at, record, text } from '../support/json-path.ts';
import type { OpenClawHome } from './openclaw-home.ts';

/** The id of the profile; null: the entry has a key, or nothing there. */
export function profileOfEntryIn({ config, store }: OpenClawHome, provider: string): string | null {
  const named = text(record(record(at(config, 'models.providers'))[provider]).apiKey);
  return named !== null && named in record(store.profiles) ? named : null;
}

/** Whether a case can say that the entry of chat's provider names a profile: its only one. */
export function namesOnlyProfile(
  home: OpenClawHome,
  provider: string,
  profiles: ReadonlyMap<string, unknown>,
  leftOut: string[],
): boolean {
  const named = profileOfEntryIn(home, provider);
  if (named === null) return false;
  const isOnly = profiles.size === 1 && profiles.has(named);
  if (!isOnly) leftOut.push(`${named}: the entry of a case names the only profile of its provider`);
  return isOnly;
}
