/** Secrets of a home that its user replaced while it was in use, and whether the documents promise that they are read again. */
import type { Place } from '../generators/secrets/place.ts';
import type { Lane } from '../observation/lane.ts';
import { at } from '../support/json-path.ts';
import { configurationOf } from './configuration.ts';
import { CONFIG_FILE, type HomeCase } from './home-case.ts';
import type { LaterStep } from './later-step.ts';
import { originOf, placeholdersIn } from './secrets.ts';

/** The steps since a secret was replaced; null where it never was. */
export function stepsSinceReplaced(
  { asked: { after = [] } }: HomeCase,
  name: string,
): readonly LaterStep[] | null {
  const last = after.findLastIndex((step) => step.do === 'replace' && step.secret === name);
  return last < 0 ? null : after.slice(last + 1);
}

/**
 * Whether a path must use the new secret. Without a gateway every command reads anew. A gateway applies its configuration at once,
 * unless told not to; it keeps the variables of its process until it is started again, and resolved secrets until they are reloaded.
 *
 * @source openclaw@2026.9.6:docs/gateway/configuration/hot-reload.md (`models` is applied without a restart; `gateway.reload.mode`);
 *   openclaw@2026.9.6:docs/gateway/secrets/operations.md (`openclaw secrets reload` after a rotation);
 *   openclaw@2026.9.6:docs/help/environment.md (existing values are never overridden)
 */
export function isReadAgain(value: HomeCase, place: Place, lane: Lane): boolean {
  if (place.holder !== 'home') return false;
  const name = originOf(place.name);
  const since = stepsSinceReplaced(value, name);
  if (since === null) return false;
  if (lane !== 'gateway' || since.some((step) => step.do === 'restart')) return true;
  const [holder] = value.files.filter((file) => placeholdersIn(file).includes(name));
  if (!holder || holder.as === 'variables') return false;
  if (holder.path === CONFIG_FILE) return at(configurationOf(value), 'gateway.reload.mode') !== 'off';
  return since.some((step) => step.do === 'reload-secrets');
}
