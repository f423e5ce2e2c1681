/** How a configuration writes a model: `provider/model`, an alias of `agents.defaults.models`, or either with a profile behind it. */
import { at, record } from '../support/json-path.ts';
import type { JsonRecord } from '../support/json-record.ts';

export interface ModelReference {
  /** Without alias and profile. */
  readonly model: string;
  readonly isAlias: boolean;
  /** The id of the profile that stands after an at sign; null: none does. */
  readonly profile: string | null;
}

/**
 * A date and a quantization after an at sign are parts of a model's id.
 *
 * @source openclaw@2026.9.6:docs/concepts/models.md ("An optional auth-profile suffix"); its `splitTrailingAuthProfile`
 */
const PROFILE_SUFFIX = /@(?!\d{8}$|i?q\d+(?:_[a-z0-9]+)*$|\d+bit$)([^@/]+)$/i;

/** Reads a reference as the builds do. */
export function modelReference(config: JsonRecord, written: string): ModelReference {
  const name = written.replace(PROFILE_SUFFIX, '');
  const models = Object.entries(record(at(config, 'agents.defaults.models')));
  const aliased = models.find(([, settings]) => record(settings).alias === name)?.[0];
  return {
    model: aliased ?? name,
    isAlias: aliased !== undefined,
    profile: PROFILE_SUFFIX.exec(written)?.[1] ?? null,
  };
}
