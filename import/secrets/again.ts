import { HOME_PLACEHOLDER } from '../../home-case/secrets.ts';
import type { Vault } from './vault.ts';

/** A value in which no text and no key holds a secret that was found anywhere: the last of all steps. */
export function again<Value>(value: Value, vault: Vault): Value;
export function again(value: unknown, vault: Vault): unknown {
  if (typeof value === 'string')
    return value in vault.secrets || value === HOME_PLACEHOLDER ? value : vault.again(value);
  if (Array.isArray(value)) return value.map((each) => again(each, vault));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [again(key, vault), again(child, vault)]),
  );
}
